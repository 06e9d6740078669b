package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiment.RakingSpec;
import dev.voxpop.contracts.matching.DrawSample;
import dev.voxpop.contracts.matching.MatchPersonas;
import dev.voxpop.contracts.matching.MatchReceipt;
import dev.voxpop.contracts.matching.MatchingActivities;
import dev.voxpop.contracts.matching.RakePersonas;
import dev.voxpop.contracts.matching.RakeReceipt;
import dev.voxpop.contracts.matching.SampleReceipt;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckReport.SampleFacts;
import dev.voxpop.contracts.run.CheckRequest;
import java.util.List;
import java.util.Map;

/** A matching stage with one human sample that pairs everybody. */
public final class FakeMatchings implements MatchingActivities {

  private final Script script;

  /** Notes its calls in a script. */
  public FakeMatchings(Script script) {
    this.script = script;
  }

  @Override
  public CheckReport check(CheckRequest request) {
    script.note("matching check");
    String humans = request.document().sample().humans();
    List<Problem> problems =
        humans == null || humans.equals("harbour-city-panel")
            ? List.of()
            : List.of(new Problem("/sample/humans", "no sample \"" + humans + "\"", ""));
    SampleFacts facts = new SampleFacts("harbour-city-panel", "s".repeat(64), FakeSurveys.PEOPLE);
    return new CheckReport(problems, null, facts, List.of(), Map.of());
  }

  @Override
  public SampleReceipt drawSample(DrawSample request) {
    script.note("drawSample");
    return new SampleReceipt(request.sample().draw(), request.sample().people());
  }

  @Override
  public MatchReceipt match(MatchPersonas request) {
    script.note("match " + request.matching().name());
    return new MatchReceipt(
        request.matching().matching(), FakeSurveys.PEOPLE, Map.of(), 17, 12.5, 0.0);
  }

  @Override
  public RakeReceipt rake(RakePersonas request) {
    RakingSpec raking = request.raking();
    Object scripted =
        script.note(
            "rake %s by %s %s"
                .formatted(
                    raking.matching() == null ? "pool" : "pairs",
                    String.join("+", raking.traits()),
                    raking.membership().wireName()));
    return scripted instanceof RakeReceipt receipt
        ? receipt
        : new RakeReceipt(raking.raking(), 40, 12, 31.5, 1e-11, null);
  }
}
