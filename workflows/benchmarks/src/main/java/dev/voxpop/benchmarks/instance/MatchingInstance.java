package dev.voxpop.benchmarks.instance;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** People with labels and personas with counts, in arrays. */
public final class MatchingInstance {

  /** Labels of all traits together. */
  public static final int WIDTH = 26;

  private static final int[][] MARGINS = {
    {2034, 3278, 2706, 1982},
    {4832, 5168, 0},
    {1005, 2935, 2123, 967, 1723, 1247},
    {1135, 1262, 1043, 1188, 833, 1612, 1167, 1025, 735},
    {6421, 1203, 1584, 792}
  };

  /** Number of traits. */
  public static final int TRAITS = MARGINS.length;

  private static final int CHECKED = 10_000;

  private final Kind kind;
  private final byte[] labels;
  private final int[] counts;
  private final String[] humanIds;
  private final String[] personaIds;

  private MatchingInstance(Kind kind, int humans, int personas) {
    this.kind = kind;
    this.labels = new byte[humans * TRAITS];
    this.counts = new int[personas * WIDTH];
    this.humanIds = new String[humans];
    this.personaIds = new String[personas];
    for (int human = 0; human < humans; human++) {
      humanIds[human] = "h%07d".formatted(human);
      fillHuman(human);
    }
    for (int persona = 0; persona < personas; persona++) {
      personaIds[persona] = "p%07d".formatted(persona);
      fillPersona(persona);
    }
  }

  /** Returns the first so many people and personas of a kind, after checking their checksums. */
  public static MatchingInstance of(Kind kind, int humans, int personas) {
    var instance = new MatchingInstance(kind, humans, personas);
    if (humans >= CHECKED) {
      require(kind.humans(), instance.humansChecksum(CHECKED), "people");
    }
    if (personas >= CHECKED) {
      require(kind.personas(), instance.personasChecksum(CHECKED), "personas");
    }
    return instance;
  }

  public Kind kind() {
    return kind;
  }

  public int humans() {
    return humanIds.length;
  }

  public int personas() {
    return personaIds.length;
  }

  public String humanId(int human) {
    return humanIds[human];
  }

  public String personaId(int persona) {
    return personaIds[persona];
  }

  /** Returns the number of labels of a trait. */
  public static int labels(int trait) {
    return MARGINS[trait].length;
  }

  /** Returns a person's label, or −1 where it is missing. */
  public int label(int human, int trait) {
    return labels[human * TRAITS + trait];
  }

  /** Returns a persona's count at a place of the row of all labels. */
  public int count(int persona, int place) {
    return counts[persona * WIDTH + place];
  }

  /** Returns the labels of the first people as signed bytes, row by row. */
  public byte[] humanBytes(int first) {
    return Arrays.copyOf(labels, first * TRAITS);
  }

  /** Returns the counts of the first personas as little-endian 32-bit numbers, row by row. */
  public byte[] personaBytes(int first) {
    ByteBuffer bytes = ByteBuffer.allocate(first * WIDTH * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (int place = 0; place < first * WIDTH; place++) {
      bytes.putInt(counts[place]);
    }
    return bytes.array();
  }

  public String humansChecksum(int first) {
    return new Checksum().add(humanBytes(first)).text();
  }

  /** Returns the checksum of the first personas. */
  public String personasChecksum(int first) {
    return new Checksum().add(personaBytes(first)).text();
  }

  private static void require(String published, String made, String what) {
    if (!published.equals(made)) {
      throw new IllegalStateException(
          "The %s of the instance have checksum %s instead of %s.\nMaybe its generator was changed?"
              .formatted(what, made, published));
    }
  }

  private void fillHuman(int human) {
    for (int trait = 0; trait < TRAITS; trait++) {
      long n = (long) TRAITS * human + trait;
      int label = Draws.pick(Draws.below(kind.seed(), 1, n, 10_000), MARGINS[trait]);
      boolean missing = kind == Kind.SAMPLED && Draws.below(kind.seed(), 2, n, 10_000) < 200;
      labels[human * TRAITS + trait] = (byte) (missing ? -1 : label);
    }
  }

  private void fillPersona(int persona) {
    int place = persona * WIDTH;
    for (int trait = 0; trait < TRAITS; trait++) {
      switch (kind) {
        case SAMPLED -> answers(persona, trait, place);
        case DENSE -> gaps(persona, trait, place);
      }
      place += MARGINS[trait].length;
    }
  }

  private void answers(int persona, int trait, int place) {
    int[] tilt = tilt(trait);
    int sum = Arrays.stream(tilt).sum();
    var draws = new PersonaDraws(kind.seed(), ((long) TRAITS * persona + trait) * 128);
    int truth = Draws.pick(draws.below(0, sum), tilt);
    if (draws.below(1, 2) == 0) {
      counts[place + truth] = 40;
      return;
    }
    int[] levels = new int[6];
    Arrays.setAll(levels, k -> draws.below(k + 2, 1000));
    Arrays.sort(levels);
    int[] urn = new int[40];
    int held = 0;
    for (int answer = 0; answer < 40; answer++) {
      int label = truth;
      if (draws.below(8 + 3 * answer, 1000) >= levels[4]) {
        int y = draws.below(9 + 3 * answer, 2 * held + 3);
        label = y < 3 ? Draws.pick(draws.below(10 + 3 * answer, sum), tilt) : urn[(y - 3) / 2];
        urn[held++] = label;
      }
      counts[place + label]++;
    }
  }

  private static int[] tilt(int trait) {
    int[] margin = MARGINS[trait];
    int[] tilt = new int[margin.length];
    for (int label = 0; label < tilt.length; label++) {
      int root = (int) Math.sqrt(100.0 * (margin[label] + 10));
      tilt[label] = root * (3 * (margin.length - 1) - 2 * label);
    }
    return tilt;
  }

  private void gaps(int persona, int trait, int place) {
    int size = MARGINS[trait].length;
    long base = ((long) TRAITS * persona + trait) * 16;
    int[] cuts = new int[size];
    for (int k = 0; k < size - 1; k++) {
      cuts[k] = Draws.below(kind.seed(), 4, base + k, kind.divisor());
    }
    cuts[size - 1] = kind.divisor();
    Arrays.sort(cuts);
    int before = 0;
    for (int label = 0; label < size; label++) {
      counts[place + label] = cuts[label] - before;
      before = cuts[label];
    }
  }

  /** The draws that belong to one trait of one persona. */
  private record PersonaDraws(long seed, long base) {
    int below(int k, int bound) {
      return Draws.below(seed, 3, base + k, bound);
    }
  }
}
