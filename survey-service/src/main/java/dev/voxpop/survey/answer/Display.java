package dev.voxpop.survey.answer;

import dev.voxpop.instrument.format.BlockWriter;
import dev.voxpop.instrument.format.PromptFormat;
import dev.voxpop.instrument.item.DisplayOrder;
import java.util.List;
import java.util.Objects;

/**
 * How a question was shown: the order of all its options, their marks, and where an answer stops.
 *
 * @param stops strings at which an answer ends once it has any text
 */
public record Display(DisplayOrder order, PromptFormat format, List<String> stops) {
  public Display {
    Objects.requireNonNull(order);
    Objects.requireNonNull(format);
    stops = List.copyOf(stops);
  }

  /** The display that a writer of question blocks gives an item. */
  public static Display of(DisplayOrder order, BlockWriter writer) {
    return new Display(order, writer.format(), writer.stops());
  }

  /** A display without stop strings. */
  public static Display unbounded(DisplayOrder order, PromptFormat format) {
    return new Display(order, format, List.of());
  }
}
