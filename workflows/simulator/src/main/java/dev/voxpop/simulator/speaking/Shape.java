package dev.voxpop.simulator.speaking;

import java.util.Optional;

/** A form that a reply must have, such as a JSON schema. */
@FunctionalInterface
public interface Shape {
  /** The reply in this form. */
  String write(Content content);

  /**
   * What a reply says.
   *
   * @param text in its own words
   * @param chosen the option chosen, when one was
   */
  record Content(String text, Optional<Chosen> chosen) {}

  /** An option by symbol, mark and text. */
  record Chosen(String symbol, String mark, String option) {}
}
