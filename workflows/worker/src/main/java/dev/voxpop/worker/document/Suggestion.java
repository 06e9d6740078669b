package dev.voxpop.worker.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a writer meant: the allowed word within two edits, case aside. */
public final class Suggestion {

  private static final int FARTHEST = 2;

  private Suggestion() {}

  /** The nearest allowed word, the first of equally near ones. */
  public static Optional<String> nearest(String written, Collection<String> allowed) {
    return allowed.stream()
        .sorted()
        .filter(word -> distance(written, word) <= FARTHEST)
        .min(Comparator.comparingInt(word -> distance(written, word)));
  }

  /** "you meant X", or "use one of X, Y" when nothing is near. */
  public static String advice(String written, Collection<String> allowed) {
    return nearest(written, allowed)
        .map(word -> "you meant \"" + word + "\"")
        .orElseGet(
            () ->
                allowed.isEmpty()
                    ? "remove it"
                    : "use one of " + String.join(", ", allowed.stream().sorted().toList()));
  }

  /** Edit distance (insert, delete, replace, swap of neighbours), case folded. */
  static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    if (Math.abs(a.length() - b.length()) > FARTHEST) {
      return FARTHEST + 1;
    }
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 ? j : j == 0 ? i : step(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(int[][] d, String a, String b, int i, int j) {
    int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
