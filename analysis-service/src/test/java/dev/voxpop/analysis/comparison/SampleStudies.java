package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.audit.Factor;
import dev.voxpop.analysis.compliance.ArmCompliance;
import dev.voxpop.analysis.compliance.CellRecord;
import dev.voxpop.analysis.compliance.PersonaPanel;
import dev.voxpop.analysis.distance.NominalEmd;
import dev.voxpop.analysis.distribution.Belief;
import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.analysis.elicitation.Mode;
import dev.voxpop.analysis.elicitation.ProbabilityVector;
import dev.voxpop.analysis.panel.Cells;
import dev.voxpop.analysis.panel.Demographics;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.ItemKind;
import dev.voxpop.analysis.panel.Keying;
import dev.voxpop.analysis.panel.Option;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.panel.Row;
import dev.voxpop.analysis.subgroup.Division;
import dev.voxpop.analysis.subgroup.Group;
import dev.voxpop.analysis.uncertainty.Adjustment;
import dev.voxpop.analysis.uncertainty.IntervalKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Studies with invented people and arms, some of them hostile to a report. */
public final class SampleStudies {

  /** Ids of eleven arms. */
  public static final List<String> ELEVEN =
      List.of(
          "baseline-qa",
          "baseline-bio",
          "primed-qa",
          "primed-bio",
          "primed-portray",
          "greedy-qa",
          "greedy-qa-freeform",
          "greedy-bio",
          "maximum-qa",
          "maximum-qa-freeform",
          "maximum-bio");

  private SampleStudies() {}

  /** A study of these arms over {@code questions} questions and {@code people} people. */
  public static Study of(List<String> arms, int questions, int people, int rounds) {
    List<Item> items = IntStream.range(0, questions).mapToObj(SampleStudies::item).toList();
    Panel panel = people(items, people);
    Settings settings =
        new Settings(
            20260101, rounds, rounds, NominalEmd.ABSENT, List.of(ReferenceArm.values()), 50);
    return new Study(
        "eleven-arms",
        "Harbour City 2026, all conditioning methods",
        panel,
        IntStream.range(0, arms.size()).mapToObj(a -> arm(arms.get(a), a, panel)).toList(),
        settings,
        new TreeMap<>(Map.of("wave", "harbour-city-2026", "document hash", "5f2107307303793b")),
        Study.Origin.SIMULATOR);
  }

  /** The same study with its people in two groups and one that holds nobody. */
  public static Study divided(Study study) {
    List<String> ids = study.people().rowIds();
    Set<String> first = Set.copyOf(ids.subList(0, ids.size() / 2));
    Set<String> second = Set.copyOf(ids.subList(ids.size() / 2, ids.size() - 3));
    return study.dividedBy(
        List.of(
            new Division(
                "age, three groups",
                List.of(
                    new Group("18–49", first, Set.of()),
                    new Group("50 and older", second, Set.of()),
                    new Group("nobody", Set.of(), Set.of())))));
  }

  /** The same study with the code of every second person and a column of which nothing is known. */
  public static Study described(Study study) {
    Map<String, Integer> ages = new TreeMap<>();
    List<String> ids = study.people().rowIds();
    for (int i = 1; i < ids.size(); i += 2) {
      ages.put(ids.get(i), i / 7);
    }
    return study.describedBy(Demographics.of(List.of("AGE", "EMPTY"), Map.of("AGE", ages)));
  }

  /** The same study with every choice made otherwise than usual. */
  public static Study chosen(Study study) {
    List<ArmInput> arms =
        study.arms().stream()
            .map(
                arm ->
                    ArmInput.imported(arm.id(), arm.panel(), PersonaWeighting.RAKED)
                        .withFactors(
                            List.of(
                                factor("order", arm.panel().size(), 2),
                                factor("symbol", arm.panel().size(), 3))))
            .toList();
    return new Study(
            study.id(),
            study.title(),
            study.people(),
            arms,
            study
                .settings()
                .with(
                    new Settings.Options(
                        Settings.BoundSize.SIZE_MATCHED,
                        IntervalKind.BIAS_CORRECTED,
                        Adjustment.BENJAMINI_HOCHBERG,
                        Settings.AlphaVariants.WITH_WEIGHTED)),
            study.facts(),
            Study.Origin.IMPORTED)
        .withProbabilities(
            study.items().stream()
                .flatMap(
                    item ->
                        Stream.of(vector(item, Mode.STATED), vector(item, Mode.LOG_PROBABILITIES)))
                .toList());
  }

  /** The same study with its last arms, four, as the cells of an audit of its first. */
  public static Study audited(Study study) {
    int arms = study.arms().size() - 4;
    List<Factor> factors =
        List.of(
            new Factor("optionOrder", List.of("declared", "random")),
            new Factor("temperature", List.of("0.7", "1.0")));
    List<AuditInput.Cell> cells =
        IntStream.range(0, 4)
            .mapToObj(
                cell ->
                    AuditInput.Cell.of(
                        factors, List.of(cell / 2, cell % 2), study.arms().get(arms + cell)))
            .toList();
    return new Study(
            study.id(),
            study.title(),
            study.people(),
            study.arms().subList(0, arms),
            study.settings(),
            study.facts(),
            study.answers(),
            study.divisions())
        .audited(new AuditInput(study.arms().getFirst().id(), factors, cells));
  }

  private static RowFactor factor(String id, int rows, int levels) {
    return new RowFactor(
        id, IntStream.range(0, rows).mapToObj(row -> "level " + row * 7 % levels).toList());
  }

  private static ProbabilityVector vector(Item item, Mode mode) {
    double mass = .9 / item.levels();
    return new ProbabilityVector(
        "one",
        mode,
        "p",
        item.id(),
        new Belief("p", IntStream.range(0, item.levels()).mapToObj(k -> mass).toList()));
  }

  /** A study of one hostile question, two people and one imported arm. */
  public static Study hostile() {
    var items = List.of(hostileItem());
    Panel people =
        Panel.of(
            items,
            List.of(
                Row.person("r-<i>", 1, List.of(0)), Row.person("r-b", 2, List.of(Cells.REFUSED))));
    return new Study(
        "x",
        "<script>alert('t')</script>",
        people,
        List.of(ArmInput.imported("arm|<b>\"'", people)),
        Settings.standard(1),
        new TreeMap<>(Map.of("a|b", "<img src=x>")),
        Study.Origin.IMPORTED);
  }

  /** A question whose texts are hostile: markup, quotes, bars and 500 characters. */
  public static Item hostileItem() {
    return new Item(
        "HOSTILE_<script>alert(1)</script>",
        "<script>alert('x')</script> | \"quoted\" & <b>bold</b> " + "long ".repeat(100),
        ItemKind.NOMINAL,
        List.of(
            new Option("1", "<img src=x onerror=alert(1)>", 1),
            new Option("2", "a|b `c` *d* _e_ [f](g)", 2),
            new Option("3", "W".repeat(500), 3)),
        Keying.AS_CODED);
  }

  private static Item item(int q) {
    int levels = 3 + q % 3;
    List<Option> options =
        IntStream.rangeClosed(1, levels)
            .mapToObj(
                k ->
                    new Option(
                        "" + k,
                        List.of(
                                "Agree strongly",
                                "Agree a little",
                                "Disagree a little",
                                "Disagree strongly",
                                "Cannot say")
                            .get(k - 1),
                        k))
            .toList();
    return new Item(
        "HARBOUR_ITEM_%02d".formatted(q + 1),
        "Ferries inside the harbour should cost nothing, statement number " + (q + 1) + ".",
        ItemKind.ORDINAL,
        options,
        q == 1 ? Keying.REVERSED : Keying.AS_CODED);
  }

  private static Panel people(List<Item> items, int people) {
    Draws draws = new Draws(5, 1);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      List<Integer> cells = new ArrayList<>();
      for (int q = 0; q < items.size(); q++) {
        cells.add(
            draws.below(1_000_000L + 100L * i + q, 100) < 3
                ? Cells.REFUSED
                : option(draws, i, q, items.get(q).levels(), 0));
      }
      rows.add(Row.person("r-%05d".formatted(i), (20 + draws.below(i, 181)) / 100.0, cells));
    }
    return Panel.of(items, rows);
  }

  private static int option(Draws draws, int person, int question, int levels, double shift) {
    double mood = draws.unit(2_000_000L + person) + shift;
    double own = draws.unit(3_000_000L + 100L * person + question);
    return (int) Math.clamp((0.6 * mood + 0.4 * own) * levels, 0, levels - 1.0);
  }

  private static ArmInput arm(String id, int number, Panel people) {
    Draws draws = new Draws(5, 1);
    Draws noise = new Draws(100 + number, 2);
    List<CellRecord> cells = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      for (int q = 0; q < people.questions(); q++) {
        cells.add(cell(draws, noise, number, new Place(i, q), people));
      }
    }
    ArmCompliance compliance = ArmCompliance.of(people.items(), cells);
    TreeMap<String, String> facts = new TreeMap<>(Map.of("model", "base", "cost", "0.12 USD"));
    Panel panel = PersonaPanel.of(people.items(), cells, cell -> 1);
    return new ArmInput(id, id, panel, PersonaWeighting.NONE, Optional.of(compliance), facts, 0)
        .withCells(cells);
  }

  /** As declared, or turned round. */
  private static List<Integer> order(int levels, int turned) {
    return IntStream.range(0, levels).map(k -> turned == 1 ? levels - 1 - k : k).boxed().toList();
  }

  private record Place(int person, int question) {}

  private static CellRecord cell(Draws draws, Draws noise, int number, Place place, Panel people) {
    String respondent = people.rowIds().get(place.person);
    boolean matched = number >= 5;
    String story = matched ? "b-%04d".formatted(noise.below(place.person, people.size() / 2)) : "";
    String persona = matched ? story + "~" + respondent : respondent;
    Item item = people.item(place.question);
    int fate = noise.below(5_000_000L + 100L * place.person + place.question, 100);
    int option =
        noise.below(6_000_000L + 100L * place.person + place.question, 10) < 5
            ? option(draws, place.person, place.question, item.levels(), .03 * number)
            : noise.below(7_000_000L + 100L * place.person + place.question, item.levels());
    String state = fate < 2 ? "refused" : fate < 3 ? "unreadable" : "valid";
    return new CellRecord(
        persona,
        matched ? story : persona,
        respondent,
        item.id(),
        0,
        state,
        state.equals("valid") ? option : null,
        state.equals("unreadable") ? "no-option" : null,
        1 + (fate > 95 ? 1 : 0),
        fate > 95 ? "unreadable" : state,
        order(item.levels(), noise.below(8_000_000L + 100L * place.person + place.question, 2)));
  }
}
