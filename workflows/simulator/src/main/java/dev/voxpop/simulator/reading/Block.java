package dev.voxpop.simulator.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lines without a blank one between them that hold a run of options: lines before it (consistency
 * line, question), the options, and lines after it (forcing line, cue with or without an answer).
 */
record Block(List<String> header, List<String> options, MarkStyle style, List<String> trailer) {
  /** The block of these lines when they hold at least two options with marks in sequence. */
  static Optional<Block> of(List<String> lines) {
    for (int i = 0; i + 1 < lines.size(); i++) {
      Optional<MarkStyle> style = MarkStyle.ofFirst(lines.get(i));
      if (style.isPresent() && marked(lines.get(i + 1), style.get(), 1)) {
        return Optional.of(cut(lines, i, style.get()));
      }
    }
    return Optional.empty();
  }

  /** The cue at the end of the block with what follows it. */
  Optional<Cue> cue() {
    return trailer.isEmpty() ? Optional.empty() : Cue.of(trailer.getLast());
  }

  /**
   * The question: with a cue the labelled line and those after it, without one the last line before
   * the options.
   */
  String question() {
    if (header.isEmpty()) {
      return "";
    }
    if (cue().isPresent()) {
      for (int i = 0; i < header.size(); i++) {
        Optional<Cue> label = Cue.of(header.get(i));
        if (label.isPresent() && !label.get().rest().isEmpty()) {
          return (label.get().rest() + " " + String.join(" ", header.subList(i + 1, header.size())))
              .strip();
        }
      }
    }
    return header.getLast();
  }

  ChoiceQuestion choice() {
    return new ChoiceQuestion(question(), options, style);
  }

  private static Block cut(List<String> lines, int start, MarkStyle style) {
    List<String> options = new ArrayList<>();
    int at = start;
    while (at < lines.size()
        && style.reaches(options.size() + 1)
        && marked(lines.get(at), style, options.size())) {
      options.add(lines.get(at).substring(style.mark(options.size()).length() + 1).strip());
      at++;
    }
    return new Block(
        List.copyOf(lines.subList(0, start)),
        List.copyOf(options),
        style,
        List.copyOf(lines.subList(at, lines.size())));
  }

  private static boolean marked(String line, MarkStyle style, int place) {
    String mark = style.mark(place);
    return line.length() > mark.length() + 1
        && line.startsWith(mark)
        && line.charAt(mark.length()) == ' '
        && !line.substring(mark.length()).isBlank();
  }
}
