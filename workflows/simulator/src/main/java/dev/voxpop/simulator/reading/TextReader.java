package dev.voxpop.simulator.reading;

import dev.voxpop.simulator.chance.BoundedCache;
import dev.voxpop.simulator.chance.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a text at its blank lines into running text and blocks with options. A block seen before is
 * taken from a cache by the hash of its text, so the cost of a growing series is that of hashing
 * it.
 */
final class TextReader {
  private static final BoundedCache<Optional<Block>> BLOCKS = BoundedCache.of(65_536);

  private TextReader() {}

  /** The pieces of a text in order; neighbouring prose is one piece. */
  static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    int prose = 0;
    int at = 0;
    while (at <= text.length()) {
      int end = text.indexOf("\n\n", at);
      int stop = end < 0 ? text.length() : end;
      Optional<Block> block = block(text, at, stop);
      if (block.isPresent()) {
        addProse(pieces, text, prose, at);
        pieces.add(new Piece(text.substring(at, stop), block));
        prose = end < 0 ? text.length() : stop + 2;
      }
      if (end < 0) {
        break;
      }
      at = stop + 2;
    }
    addProse(pieces, text, prose, text.length());
    return pieces;
  }

  private static void addProse(List<Piece> pieces, String text, int from, int to) {
    String prose = text.substring(from, to);
    if (!prose.isBlank()) {
      pieces.add(new Piece(prose, Optional.empty()));
    }
  }

  private static Optional<Block> block(String text, int from, int to) {
    int line = text.indexOf('\n', from);
    if (line < 0 || line >= to) {
      return Optional.empty();
    }
    return BLOCKS.get(
        Keys.of(5, text, from, to), () -> Block.of(text.substring(from, to).lines().toList()));
  }

  /** A piece of text, with its block when it holds options. */
  record Piece(String text, Optional<Block> block) {}
}
