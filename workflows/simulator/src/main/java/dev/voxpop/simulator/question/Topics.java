package dev.voxpop.simulator.question;

import dev.voxpop.simulator.attitude.AttitudeVector;
import dev.voxpop.simulator.lexicon.DataFile;
import dev.voxpop.simulator.lexicon.PhraseTable;
import dev.voxpop.simulator.lexicon.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The topic dictionary, and the direction in which a wording points. */
public final class Topics {
  private static final Set<String> TURNING = Set.copyOf(load("turning"));
  private static final List<Topic> ALL = topics();
  private static final PhraseTable<AttitudeVector> WORDS = table();

  private Topics() {}

  /** All topics. */
  public static List<Topic> all() {
    return ALL;
  }

  /**
   * The sum of the directions of the topics whose words a wording uses; each sentence with an odd
   * number of turning words ("ban", "less", "worry") counts against its topics. The origin when no
   * topic is touched.
   */
  public static AttitudeVector direction(String wording) {
    Words words = Words.of(wording);
    AttitudeVector sum = AttitudeVector.zero();
    for (PhraseTable.Match<AttitudeVector> match : WORDS.find(words)) {
      sum = sum.plus(match.value(), sign(words, match.start()));
    }
    return sum;
  }

  private static double sign(Words words, int place) {
    int turns = 0;
    for (int i = words.start(place); i < words.end(place); i++) {
      turns += TURNING.contains(words.at(i)) ? 1 : 0;
    }
    return turns % 2 == 0 ? 1 : -1;
  }

  private static PhraseTable<AttitudeVector> table() {
    PhraseTable<AttitudeVector> table = PhraseTable.empty();
    for (Topic topic : ALL) {
      for (String word : topic.keywords()) {
        boolean against = word.startsWith("-");
        table.add(against ? word.substring(1) : word, topic.direction().times(against ? -1 : 1));
      }
    }
    return table;
  }

  private static List<Topic> topics() {
    List<Topic> topics = new ArrayList<>();
    for (List<String> row : DataFile.rows("topics.txt", 5)) {
      topics.add(
          new Topic(
              row.get(0),
              vector(row.get(1)),
              DataFile.list(row.get(2)),
              DataFile.list(row.get(3)),
              DataFile.list(row.get(4))));
    }
    return List.copyOf(topics);
  }

  private static AttitudeVector vector(String cell) {
    String[] parts = cell.split(" +", -1);
    double[] values = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = Double.parseDouble(parts[i]);
    }
    return AttitudeVector.of(values).unit();
  }

  private static List<String> load(String kind) {
    return DataFile.rows("stances.txt", 2).stream()
        .filter(row -> row.get(0).equals(kind))
        .flatMap(row -> DataFile.list(row.get(1)).stream())
        .toList();
  }
}
