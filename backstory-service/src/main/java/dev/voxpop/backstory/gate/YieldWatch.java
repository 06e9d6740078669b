package dev.voxpop.backstory.gate;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The watch over the first {@value #CANDIDATES} candidates of a pool in slot order: when fewer than
 * {@value #PASSES_NEEDED} of them pass, writing on would only spend. It decides once. May be used
 * by any thread.
 */
public final class YieldWatch {

  /** Candidates that decide. */
  public static final int CANDIDATES = 200;

  /** Two in a hundred. */
  static final int PASSES_NEEDED = 4;

  private final NavigableMap<Integer, StringBuilder> verdicts = new TreeMap<>();
  private boolean decided;

  private YieldWatch(boolean decided) {
    this.decided = decided;
  }

  /** A watch that starts with the verdicts of finished slots, one letter a candidate. */
  public static YieldWatch startingWith(Map<Integer, String> finished) {
    YieldWatch watch = new YieldWatch(false);
    finished.forEach((slot, letters) -> watch.verdicts.put(slot, new StringBuilder(letters)));
    return watch;
  }

  /** A watch that has decided already. */
  public static YieldWatch off() {
    return new YieldWatch(true);
  }

  /** Notes a candidate's verdict; not empty when writing should pause, with the counts. */
  public synchronized Optional<String> note(int slot, int candidate, char letter) {
    StringBuilder known = verdicts.computeIfAbsent(slot, number -> new StringBuilder());
    if (decided || candidate < known.length()) {
      return Optional.empty();
    }
    known.append(letter);
    String first = first();
    if (first.length() < CANDIDATES) {
      return Optional.empty();
    }
    decided = true;
    long passed = first.chars().filter(c -> c == Gate.PASSED).count();
    return passed < PASSES_NEEDED ? Optional.of(counts(first)) : Optional.empty();
  }

  private String first() {
    StringBuilder first = new StringBuilder();
    for (StringBuilder letters : verdicts.values()) {
      first.append(letters);
      if (first.length() >= CANDIDATES) {
        return first.substring(0, CANDIDATES);
      }
    }
    return first.toString();
  }

  private static String counts(String letters) {
    Map<String, Long> byGate =
        letters
            .chars()
            .mapToObj(c -> Gate.nameOf((char) c))
            .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    return "of the first " + CANDIDATES + " candidates: " + byGate;
  }
}
