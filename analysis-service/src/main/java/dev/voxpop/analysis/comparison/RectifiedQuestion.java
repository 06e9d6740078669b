package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.rectified.RectifiedShare;
import java.util.List;

/**
 * Shares of the options of one question, rectified by the people who answered it.
 *
 * @param shares one an option
 */
public record RectifiedQuestion(Item item, List<RectifiedShare> shares) {

  /** Copies the list. */
  public RectifiedQuestion {
    shares = List.copyOf(shares);
  }
}
