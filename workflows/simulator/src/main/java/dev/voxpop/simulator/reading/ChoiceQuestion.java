package dev.voxpop.simulator.reading;

import java.util.List;

/**
 * A question with options as displayed: wording without role label, option texts in displayed
 * order, and their marks.
 */
public record ChoiceQuestion(String text, List<String> options, MarkStyle style) {
  public ChoiceQuestion {
    options = List.copyOf(options);
  }
}
