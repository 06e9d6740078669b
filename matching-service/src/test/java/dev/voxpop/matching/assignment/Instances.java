package dev.voxpop.matching.assignment;

import dev.voxpop.matching.trait.TraitLabels;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The published instances {@code sampled} and {@code dense}: made by whole-number arithmetic, so
 * that any language rebuilds the same bytes.
 */
final class Instances {

  private static final int[][] MARGINS = {
    {2034, 3278, 2706, 1982},
    {4832, 5168, 0},
    {1005, 2935, 2123, 967, 1723, 1247},
    {1135, 1262, 1043, 1188, 833, 1612, 1167, 1025, 735},
    {6421, 1203, 1584, 792}
  };
  static final long SAMPLED = 20261;
  static final long DENSE = 20262;
  private static final int WIDTH = 26;

  private Instances() {}

  static long value(long seed, long stream, long n) {
    long z = seed + stream * 0xD1B54A32D192ED03L + (n + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  static int below(long seed, long stream, long n, int k) {
    return (int) (((value(seed, stream, n) >>> 32) * k) >>> 32);
  }

  static int pick(int x, int[] weights) {
    int sum = 0;
    for (int c = 0; c < weights.length; c++) {
      sum += weights[c];
      if (x < sum) {
        return c;
      }
    }
    throw new IllegalArgumentException("draw " + x + " of " + sum);
  }

  static List<TraitLabels> traits() {
    return List.of(
        labels("age", 4),
        labels("gender", 3),
        labels("education", 6),
        labels("income", 9),
        labels("race", 4));
  }

  private static TraitLabels labels(String trait, int size) {
    return new TraitLabels(trait, IntStream.range(0, size).mapToObj(i -> trait + i).toList());
  }

  static Problem sampled(int humans, int personas) {
    return Problem.of(humans(SAMPLED, humans), personas(SAMPLED, personas));
  }

  static Problem dense(int humans, int personas) {
    return Problem.of(humans(DENSE, humans), personas(DENSE, personas));
  }

  static Humans humans(long seed, int size) {
    var builder = Humans.builder(traits());
    for (int i = 0; i < size; i++) {
      builder.add("h%07d".formatted(i), labelsOf(seed, i));
    }
    return builder.build();
  }

  static Personas personas(long seed, int size) {
    var builder = Personas.builder(traits());
    for (int j = 0; j < size; j++) {
      int[] counts = countsOf(seed, j);
      builder.add("p%07d".formatted(j), Arrays.stream(counts).asDoubleStream().toArray());
    }
    return builder.build();
  }

  static int[] labelsOf(long seed, int human) {
    int[] labels = new int[MARGINS.length];
    for (int t = 0; t < labels.length; t++) {
      int n = 5 * human + t;
      labels[t] = pick(below(seed, 1, n, 10_000), MARGINS[t]);
      if (seed == SAMPLED && below(seed, 2, n, 10_000) < 200) {
        labels[t] = Humans.MISSING;
      }
    }
    return labels;
  }

  static int[] countsOf(long seed, int persona) {
    int[] counts = new int[WIDTH];
    int offset = 0;
    for (int t = 0; t < MARGINS.length; t++) {
      int[] part = seed == SAMPLED ? sampledCounts(seed, persona, t) : gaps(seed, persona, t);
      System.arraycopy(part, 0, counts, offset, part.length);
      offset += part.length;
    }
    return counts;
  }

  private static int[] sampledCounts(long seed, int j, int t) {
    int labels = MARGINS[t].length;
    int[] tilt = new int[labels];
    int sum = 0;
    for (int c = 0; c < labels; c++) {
      tilt[c] = ((int) Math.sqrt(100.0 * (MARGINS[t][c] + 10))) * (3 * (labels - 1) - 2 * c);
      sum += tilt[c];
    }
    long base = (5L * j + t) * 128;
    int truth = pick(below(seed, 3, base, sum), tilt);
    int[] counts = new int[labels];
    if (below(seed, 3, base + 1, 2) == 0) {
      counts[truth] = 40;
      return counts;
    }
    int confidence =
        IntStream.rangeClosed(2, 7).map(k -> below(seed, 3, base + k, 1000)).sorted().toArray()[4];
    int[] urn = new int[40];
    int held = 0;
    for (int a = 0; a < 40; a++) {
      int label = truth;
      if (below(seed, 3, base + 8 + 3L * a, 1000) >= confidence) {
        int y = below(seed, 3, base + 9 + 3L * a, 2 * held + 3);
        label = y < 3 ? pick(below(seed, 3, base + 10 + 3L * a, sum), tilt) : urn[(y - 3) / 2];
        urn[held++] = label;
      }
      counts[label]++;
    }
    return counts;
  }

  private static int[] gaps(long seed, int j, int t) {
    int labels = MARGINS[t].length;
    long base = (5L * j + t) * 16;
    int[] cuts =
        IntStream.range(0, labels - 1)
            .map(k -> below(seed, 4, base + k, 1 << 20))
            .sorted()
            .toArray();
    int[] gaps = new int[labels];
    int before = 0;
    for (int c = 0; c < labels; c++) {
      int cut = c < cuts.length ? cuts[c] : 1 << 20;
      gaps[c] = cut - before;
      before = cut;
    }
    return gaps;
  }

  static String humansHash(long seed, int size) {
    byte[] array = new byte[size * 5];
    ByteBuffer bytes = ByteBuffer.wrap(array);
    for (int i = 0; i < size; i++) {
      for (int label : labelsOf(seed, i)) {
        bytes.put((byte) label);
      }
    }
    return hash(array);
  }

  static String personasHash(long seed, int size) {
    byte[] array = new byte[size * WIDTH * 4];
    ByteBuffer bytes = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
    for (int j = 0; j < size; j++) {
      for (int count : countsOf(seed, j)) {
        bytes.putInt(count);
      }
    }
    return hash(array);
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
