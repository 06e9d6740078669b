package dev.voxpop.benchmarks.instance;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** An artificial survey of 10,000 weighted people and 60 questions, in whole numbers. */
public final class PanelInstance {

  /** The seed of people, questions and halves. */
  public static final long SEED = 20263;

  /** The number of people. */
  public static final int PEOPLE = 10_000;

  /** The number of questions. */
  public static final int QUESTIONS = 60;

  /** The code of a refusal. */
  public static final int REFUSED = 99;

  private static final int[] LEVELS = {4, 5, 5, 3, 5, 4, 5, 4, 5, 5};
  private static final int FACTORS = 3;

  private final byte[] codes;
  private final int[] weights;

  private PanelInstance() {
    codes = new byte[PEOPLE * QUESTIONS];
    IntStream.range(0, QUESTIONS).parallel().forEach(this::fill);
    weights = IntStream.range(0, PEOPLE).map(person -> 20 + draw(6, person, 181)).toArray();
  }

  /** Makes the survey. */
  public static PanelInstance create() {
    return new PanelInstance();
  }

  /** Returns the number of options of a question. */
  public static int levels(int question) {
    return LEVELS[question % LEVELS.length];
  }

  /** Returns an answer from 1, or the code of a refusal. */
  public int code(int person, int question) {
    return codes[person * QUESTIONS + question];
  }

  /** Returns a person's weight in hundredths. */
  public int weight(int person) {
    return weights[person];
  }

  /** Returns all answers, person by person. */
  public byte[] codeBytes() {
    return codes.clone();
  }

  /** Returns all weights as little-endian numbers of 32 bits. */
  public byte[] weightBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * PEOPLE).order(ByteOrder.LITTLE_ENDIAN);
    for (int weight : weights) {
      bytes.putInt(weight);
    }
    return bytes.array();
  }

  /** Returns the start of the hash of all answers. */
  public String codesChecksum() {
    return new Checksum().add(codes).text();
  }

  /** Returns the start of the hash of all weights. */
  public String weightsChecksum() {
    return new Checksum().add(weightBytes()).text();
  }

  private void fill(int question) {
    long[] leaning = new long[PEOPLE];
    for (int person = 0; person < PEOPLE; person++) {
      leaning[person] = 10 * sum(3, (long) QUESTIONS * person + question);
      for (int factor = 0; factor < FACTORS; factor++) {
        int loading = draw(2, (long) FACTORS * question + factor, 15) - 7;
        leaning[person] += loading * sum(1, (long) FACTORS * person + factor);
      }
    }
    List<Integer> order =
        IntStream.range(0, PEOPLE)
            .boxed()
            .sorted(Comparator.comparingLong((Integer i) -> leaning[i]).thenComparing(i -> i))
            .toList();
    int[] cuts = cuts(question);
    for (int rank = 0; rank < PEOPLE; rank++) {
      int at = rank;
      int person = order.get(rank);
      boolean refused = draw(5, (long) QUESTIONS * person + question, 1000) < 5;
      long above = IntStream.of(cuts).filter(cut -> cut <= at).count();
      codes[person * QUESTIONS + question] = (byte) (refused ? REFUSED : 1 + above);
    }
  }

  private static int[] cuts(int question) {
    int[] widths =
        IntStream.range(0, levels(question)).map(c -> 3 + draw(4, 8L * question + c, 10)).toArray();
    int all = IntStream.of(widths).sum();
    int[] cuts = new int[widths.length - 1];
    int before = 0;
    for (int c = 0; c < cuts.length; c++) {
      before += widths[c];
      cuts[c] = PEOPLE * before / all;
    }
    return cuts;
  }

  private static long sum(int stream, long index) {
    return IntStream.range(0, 4).mapToLong(a -> draw(stream, index * 4 + a, 1000)).sum() - 1998;
  }

  private static int draw(int stream, long n, int k) {
    return Draws.below(SEED, stream, n, k);
  }
}
