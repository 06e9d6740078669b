package dev.voxpop.instrument.file;

import dev.voxpop.contracts.identity.Sha256;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.TreeMap;

/**
 * SHA-256 of what a document says.
 *
 * <p>Keys are sorted and every value is written with its kind and length, so key order, comments,
 * layout and the choice of YAML or JSON do not matter, and any changed text does. Numbers are
 * compared by value.
 */
final class ContentHash {
  private ContentHash() {}

  /** The hash as 64 hex digits. */
  static String of(Node node) {
    StringBuilder canonical = new StringBuilder();
    write(node, canonical);
    return Sha256.hex(canonical.toString());
  }

  private static void write(Node node, StringBuilder canonical) {
    switch (node) {
      case Node.Mapping mapping -> {
        canonical.append('{');
        new TreeMap<>(mapping.entries())
            .forEach(
                (key, entry) -> {
                  write('k', key, canonical);
                  write(entry.value(), canonical);
                });
        canonical.append('}');
      }
      case Node.Sequence sequence -> {
        canonical.append('[');
        sequence.elements().forEach(element -> write(element, canonical));
        canonical.append(']');
      }
      case Node.Scalar scalar -> write(scalar, canonical);
    }
  }

  private static void write(Node.Scalar scalar, StringBuilder canonical) {
    switch (scalar.kind()) {
      case TEXT -> write('t', scalar.text(), canonical);
      case NUMBER -> write('n', number(scalar.text()), canonical);
      case FLAG -> write('f', scalar.text().toLowerCase(Locale.ROOT), canonical);
      case EMPTY -> write('t', "", canonical);
    }
  }

  private static void write(char kind, String text, StringBuilder canonical) {
    canonical.append(kind).append(text.length()).append(':').append(text);
  }

  private static String number(String text) {
    try {
      return new BigDecimal(text).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return text;
    }
  }
}
