package dev.voxpop.instrument.format;

import dev.voxpop.contracts.experiment.Mode;
import dev.voxpop.instrument.item.DisplayOrder;
import dev.voxpop.instrument.item.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A writer of question blocks in one format.
 *
 * <p>A block is, line by line: consistency line, asker and question, one line per option in display
 * order, answer-forcing line, cue. Lines that are switched off, or for which there are no words,
 * leave nothing behind; a block ends without newline or space.
 */
public final class BlockWriter {
  private final PromptFormat format;
  private final Phrases phrases;
  private final Set<Line> lines;

  private BlockWriter(PromptFormat format, Phrases phrases, Set<Line> lines) {
    this.format = Objects.requireNonNull(format);
    this.phrases = Objects.requireNonNull(phrases);
    this.lines = Set.copyOf(lines);
  }

  /** A writer with the given optional lines. */
  public static BlockWriter of(PromptFormat format, Phrases phrases, Set<Line> lines) {
    return new BlockWriter(format, phrases, lines);
  }

  /** The format that is written. */
  public PromptFormat format() {
    return format;
  }

  /** A whole block for the item in the given order of all shown options. */
  public String block(Item item, DisplayOrder order, Preceding preceding) {
    requireFits(item, order);
    List<String> written = new ArrayList<>();
    if (lines.contains(Line.CONSISTENCY) && preceding == Preceding.TEXT) {
      written.add(phrases.consistency());
    }
    written.add(question(item.text(order)));
    written.addAll(optionLines(item, order));
    if (lines.contains(Line.FORCING)) {
      written.add(forcingLine(item.size()));
    }
    cue().ifPresent(written::add);
    return String.join("\n", written);
  }

  /** Option lines in display order. */
  public List<String> optionLines(Item item, DisplayOrder order) {
    return IntStream.range(0, order.size())
        .mapToObj(p -> format.markAt(p) + " " + item.option(order.originalAt(p)).text())
        .toList();
  }

  /** The line that lists the displayed marks of so many options. */
  public String forcingLine(int options) {
    Phrases.Forcing words = phrases.forcing();
    List<String> marks = IntStream.range(0, options).mapToObj(format::markAt).toList();
    String list =
        options == 2
            ? String.join(words.pair(), marks)
            : String.join(words.separator(), marks.subList(0, options - 1))
                + (options > 1 ? words.last() : "")
                + marks.getLast();
    return words.before() + list + words.after();
  }

  /** The cue that ends a block; empty without role words. */
  public Optional<String> cue() {
    return words().map(RoleWords::answererLabel);
  }

  /** A block with its recorded answer, which follows a cue after one space. */
  public String answered(String block, String answer) {
    return block + (words().isPresent() ? " " : "\n") + answer;
  }

  /** Strings at which a model stops: never blank, never twice. */
  public List<String> stops() {
    List<String> stops = new ArrayList<>();
    if (format.mode() == Mode.COMPLETION) {
      stops.add("\n");
    }
    words().map(RoleWords::askerLabel).ifPresent(stops::add);
    return List.copyOf(stops);
  }

  private Optional<RoleWords> words() {
    return phrases.roleWords(format.roles());
  }

  private String question(String text) {
    return words().map(roles -> roles.askerLabel() + " " + text).orElse(text);
  }

  private void requireFits(Item item, DisplayOrder order) {
    format
        .objectionTo(item)
        .ifPresent(
            objection -> {
              throw new IllegalArgumentException(objection);
            });
    if (order.size() != item.size()) {
      throw new IllegalArgumentException(
          "%s shows %d options and the order has %d.\nMaybe extend the order to all shown options."
              .formatted(item.id(), item.size(), order.size()));
    }
  }
}
