package dev.voxpop.backstory.gate;

import java.util.Arrays;

/** What a candidate can fail at, in the order in which it is checked. */
public enum Gate {
  /** No text at all, or the provider's filter removed it. */
  EMPTY('E', "empty"),
  /** Fewer words than a story needs. */
  LENGTH('L', "length"),
  /** It speaks of interviews too often. */
  KEYWORD('K', "keyword"),
  /** The token limit cut it. */
  COMPLETE('C', "complete"),
  /** A story with a lower number has the same text. */
  DUPLICATE('D', "duplicate"),
  /** The judge says it is not one person's own story. */
  JUDGE('J', "judge"),
  /** The judge's verdict cannot be read, which counts as a no. */
  VERDICT('V', "unreadable-verdict");

  /** The letter of a candidate that failed at nothing. */
  public static final char PASSED = 'P';

  private final char letter;
  private final String wireName;

  Gate(char letter, String wireName) {
    this.letter = letter;
    this.wireName = wireName;
  }

  /** Its letter in the verdicts of a slot. */
  public char letter() {
    return letter;
  }

  /** Its name in reports. */
  public String wireName() {
    return wireName;
  }

  /** The name of a verdict's letter. */
  public static String nameOf(char letter) {
    return Arrays.stream(values())
        .filter(gate -> gate.letter == letter)
        .map(Gate::wireName)
        .findFirst()
        .orElse("passed");
  }
}
