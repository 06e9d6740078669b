package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import dev.voxpop.contracts.run.CheckReport.WaveFacts;
import dev.voxpop.contracts.run.CheckRequest;
import dev.voxpop.contracts.run.ControlOrder;
import dev.voxpop.contracts.run.Roster;
import dev.voxpop.contracts.run.Spending;
import dev.voxpop.contracts.run.SteeringMode;
import dev.voxpop.contracts.survey.ArmReceipt;
import dev.voxpop.contracts.survey.CompleteArm;
import dev.voxpop.contracts.survey.EnrolArm;
import dev.voxpop.contracts.survey.EnrolStories;
import dev.voxpop.contracts.survey.InterviewBatch;
import dev.voxpop.contracts.survey.SurveyActivities;
import dev.voxpop.contracts.survey.TraitBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A survey stage that obeys its control row and answers every question at one call each. */
public final class FakeSurveys implements SurveyActivities {

  static final int PEOPLE = 40;
  static final int QUESTIONS = 3;
  private static final List<String> TRAITS =
      List.of("age_4", "gender", "education", "income_13", "race");

  private final Script script;
  private final Shelf interviews = new Shelf();
  private final Shelf traits = new Shelf();
  private final Map<String, ArmSpec> arms = new TreeMap<>();
  private final List<ControlOrder> orders = new ArrayList<>();
  private final List<InterviewBatch> batches = new ArrayList<>();
  private SteeringMode mode = SteeringMode.RUN;
  private volatile int people = PEOPLE;
  private volatile int batchSize = 10;
  private volatile int batchWindow = 2;

  /** Notes its calls in a script. */
  public FakeSurveys(Script script) {
    this.script = script;
  }

  void size(int newPeople, int newBatchSize, int newBatchWindow) {
    people = newPeople;
    batchSize = newBatchSize;
    batchWindow = newBatchWindow;
  }

  synchronized List<ControlOrder> orders() {
    return List.copyOf(orders);
  }

  synchronized List<InterviewBatch> batches() {
    return List.copyOf(batches);
  }

  long answers() {
    return interviews.cells();
  }

  /** Calls that an experiment has paid for in its arms. */
  long calls(String experiment) {
    return interviews.calls(experiment);
  }

  @Override
  public CheckReport check(CheckRequest request) {
    script.note("survey check");
    List<Problem> problems = new ArrayList<>();
    String wave = request.document().survey().wave();
    if (!wave.isEmpty() && !wave.equals("harbour-city-2026")) {
      problems.add(
          new Problem(
              "/survey/wave", "there is no wave \"" + wave + "\"", "use harbour-city-2026"));
    }
    String alias = request.document().models().interview();
    if (!List.of("base", "chat", "default").contains(alias)) {
      problems.add(new Problem("/models", "there is no alias \"" + alias + "\"", "use default"));
    }
    WaveFacts facts =
        new WaveFacts(
            "harbour-city-2026",
            "w".repeat(64),
            List.of("q1", "q2", "q3"),
            TRAITS,
            List.of("age-3"),
            true,
            false,
            false,
            true,
            false);
    List<ModelFacts> models = List.of(model("base"), model("chat"), model("default"));
    return new CheckReport(problems, facts, null, models, Map.of());
  }

  private static ModelFacts model(String alias) {
    String kind = alias.equals("chat") ? "chat" : "completion";
    return new ModelFacts(alias, "sim", kind, 8192, 40, 5, true, 64, 0L, 0L, true);
  }

  @Override
  public Roster enrolStories(EnrolStories request) {
    script.note("enrolStories " + request.pool());
    return roster(40, 0, 40);
  }

  @Override
  public BatchReceipt askTraits(TraitBatch batch) {
    Object scripted = script.note("askTraits " + batch.from());
    int units = batch.to() - batch.from();
    Shelf.Place place =
        new Shelf.Place(
            batch.experiment(),
            batch.experiment() + "/pool/" + batch.pool(),
            Integer.toString(batch.from()),
            units,
            units);
    return scripted instanceof BatchReceipt receipt
        ? receipt
        : traits.work(place, batch.allowance());
  }

  @Override
  public Roster enrolArm(EnrolArm request) {
    ArmSpec arm = request.arm();
    script.note("enrolArm " + arm.arm());
    String path = path(arm.experiment(), arm.arm());
    synchronized (this) {
      arms.put(path, arm);
    }
    int asked = asked(arm);
    return roster(asked, interviews.of(path), (long) asked * QUESTIONS);
  }

  private int asked(@Nullable ArmSpec arm) {
    Integer pilot = arm == null ? null : arm.pilot();
    return pilot == null ? people : Math.min(people, pilot);
  }

  private static String path(String experiment, String arm) {
    return experiment + "/arm/" + arm;
  }

  private static Shelf.Place place(String experiment, String arm, int from, int to) {
    return new Shelf.Place(
        experiment,
        path(experiment, arm),
        Integer.toString(from),
        to - from,
        (long) (to - from) * QUESTIONS);
  }

  private Roster roster(int size, long answered, long cells) {
    long perBatch = Math.max(1, cells * batchSize / Math.max(1, size));
    return new Roster(
        size,
        cells,
        answered,
        0,
        batchSize,
        batchWindow,
        new Allowance(perBatch, perBatch * 100, 0));
  }

  @Override
  public BatchReceipt interview(InterviewBatch batch) {
    synchronized (this) {
      batches.add(batch);
    }
    Object scripted = script.note("interview " + batch.arm() + " " + batch.from() + " ");
    return scripted instanceof BatchReceipt said
        ? said
        : interviews.work(
            place(batch.experiment(), batch.arm(), batch.from(), batch.to()), batch.allowance());
  }

  @Override
  public ArmReceipt completeArm(CompleteArm request) {
    script.note("completeArm " + request.arm());
    String path = path(request.experiment(), request.arm());
    long stored = interviews.of(path);
    ArmSpec arm;
    synchronized (this) {
      arm = arms.get(path);
    }
    long planned = (long) asked(arm) * QUESTIONS;
    return new ArmReceipt(
        request.arm(),
        arm == null ? "" : arm.hash(),
        planned,
        stored,
        Map.of("valid", stored, "not_reached", planned - stored),
        "0123456789abcdef",
        stored,
        stored);
  }

  @Override
  public void control(ControlOrder order) {
    script.note("survey control " + order.mode().wireName());
    synchronized (this) {
      orders.add(order);
      mode = order.mode();
      notifyAll();
    }
    interviews.steer(order.experiment(), order.mode());
    traits.steer(order.experiment(), order.mode());
  }

  /** Waits, as a long batch would, until this stage has heard an order. */
  synchronized void awaitMode(SteeringMode wanted) {
    while (mode != wanted) {
      try {
        wait();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Override
  public Spending spending(String experiment) {
    Map<String, Allowance> spent = new TreeMap<>(interviews.spending(experiment).settled());
    traits
        .spending(experiment)
        .settled()
        .forEach((path, sum) -> spent.merge(path, sum, Allowance::plus));
    return new Spending(spent);
  }
}
