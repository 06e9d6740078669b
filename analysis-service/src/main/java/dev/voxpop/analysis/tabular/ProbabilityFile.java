package dev.voxpop.analysis.tabular;

import dev.voxpop.analysis.distribution.Belief;
import dev.voxpop.analysis.elicitation.Mode;
import dev.voxpop.analysis.elicitation.ProbabilityVector;
import dev.voxpop.analysis.panel.Item;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A long table of probabilities: one row a persona, question and option, with the columns {@code
 * persona}, {@code question}, {@code option} and {@code probability}, and, where they are needed,
 * {@code arm}, {@code story} and {@code mode} (log-probabilities, the usual one, or stated).
 *
 * <p>An option without a row has the probability 0; what is missing to 1 lies off the options.
 */
final class ProbabilityFile {

  private static final String ARM = "arm";
  private static final String STORY = "story";
  private static final String MODE = "mode";

  private final Sheet sheet;
  private final Map<String, Variable> questions = new TreeMap<>();

  private ProbabilityFile(Sheet sheet, List<Variable> variables) {
    this.sheet = sheet;
    variables.forEach(variable -> questions.put(variable.item().id(), variable));
  }

  static List<ProbabilityVector> read(Path file, List<Variable> variables) throws IOException {
    return new ProbabilityFile(Sheet.read(file), variables).vectors();
  }

  private record Key(String arm, Mode mode, String persona, String question) {}

  /** Masses of one persona and question as they come in; NaN where no row was read. */
  private static final class Masses {
    private final Sheet.Line first;
    private final String story;
    private final double[] values;

    Masses(Sheet.Line first, String story, int options) {
      this.first = first;
      this.story = story;
      this.values = new double[options];
      Arrays.fill(values, Double.NaN);
    }
  }

  private List<ProbabilityVector> vectors() {
    int option = sheet.column("option");
    int probability = sheet.column("probability");
    Map<Key, Masses> all = new LinkedHashMap<>();
    for (Sheet.Line line : sheet.lines()) {
      Key key = key(line);
      Item item = question(line, key.question).item();
      Masses masses =
          all.computeIfAbsent(key, k -> new Masses(line, story(line, k), item.levels()));
      int place = place(line, item, line.cells().get(option).strip());
      if (!Double.isNaN(masses.values[place])) {
        throw refusal(line, "option '%s' has two probabilities".formatted(code(item, place)));
      }
      masses.values[place] = probability(line, line.cells().get(probability));
    }
    List<ProbabilityVector> vectors = new ArrayList<>();
    all.forEach((key, masses) -> vectors.add(vector(key, masses)));
    return vectors.stream().sorted(ProbabilityVector.ORDER).toList();
  }

  private ProbabilityVector vector(Key key, Masses masses) {
    List<Double> values =
        Arrays.stream(masses.values).mapToObj(v -> Double.isNaN(v) ? 0 : v).toList();
    double sum = values.stream().mapToDouble(Double::doubleValue).sum();
    if (sum > 1 + Belief.TOLERANCE) {
      throw refusal(
          masses.first,
          "the probabilities of persona '%s' add up to %s".formatted(key.persona, sum));
    }
    return new ProbabilityVector(
        key.arm, key.mode, key.persona, key.question, new Belief(masses.story, values));
  }

  private Key key(Sheet.Line line) {
    String arm = sheet.has(ARM) ? sheet.named(line, sheet.column(ARM)) : "responses";
    return new Key(
        arm,
        sheet.has(MODE) ? mode(line) : Mode.LOG_PROBABILITIES,
        sheet.named(line, sheet.column("persona")),
        sheet.named(line, sheet.column("question")));
  }

  private Mode mode(Sheet.Line line) {
    String text = sheet.named(line, sheet.column(MODE));
    for (Mode mode : List.of(Mode.LOG_PROBABILITIES, Mode.STATED)) {
      if (mode.key().equals(text)) {
        return mode;
      }
    }
    throw refusal(line, "the mode '%s' is neither log-probabilities nor stated".formatted(text));
  }

  private String story(Sheet.Line line, Key key) {
    String story = sheet.has(STORY) ? line.cells().get(sheet.column(STORY)).strip() : "";
    return story.isEmpty() ? key.persona : story;
  }

  private Variable question(Sheet.Line line, String id) {
    Variable variable = questions.get(id);
    if (variable == null) {
      throw new IllegalArgumentException(
          "%s: there is no question '%s'.%n%s"
              .formatted(sheet.at(line), id, Sheet.maybe(id, questions.keySet())));
    }
    return variable;
  }

  /** The option of a code; whole numbers may carry decimals of zero. */
  private int place(Sheet.Line line, Item item, String text) {
    Integer whole = Variable.whole(text);
    for (int k = 0; k < item.levels(); k++) {
      String code = code(item, k);
      if (code.equals(text) || (whole != null && code.equals(whole.toString()))) {
        return k;
      }
    }
    throw refusal(line, "'%s' is no option of question %s".formatted(text, item.id()));
  }

  private static String code(Item item, int option) {
    return item.options().get(option).code();
  }

  private double probability(Sheet.Line line, String text) {
    try {
      double probability = Double.parseDouble(text.strip());
      if (probability >= 0 && probability <= 1) {
        return probability;
      }
    } catch (NumberFormatException e) {
      // Falls through to the refusal, which names the text.
    }
    throw refusal(line, "'%s' is no probability from 0 to 1".formatted(text));
  }

  private IllegalArgumentException refusal(Sheet.Line line, String what) {
    return new IllegalArgumentException(
        "%s: %s.%nMaybe they are percentages or logarithms, or the row belongs to another table."
            .formatted(sheet.at(line), what));
  }
}
