package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiments.Admission;
import dev.voxpop.contracts.workflow.ArmProgress;
import dev.voxpop.contracts.workflow.RunProgress;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributeUpdate;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The search attributes of a run, written when the phase changes. Only those the server knows are
 * set: setting an unknown one would leave the run hanging.
 */
final class SearchAttributes {

  private static final SearchAttributeKey<String> EXPERIMENT =
      SearchAttributeKey.forKeyword("ExperimentId");
  private static final SearchAttributeKey<String> SURVEY =
      SearchAttributeKey.forKeyword("SurveyId");
  private static final SearchAttributeKey<String> MODEL = SearchAttributeKey.forKeyword("Model");
  private static final SearchAttributeKey<String> PHASE = SearchAttributeKey.forKeyword("Phase");
  private static final SearchAttributeKey<String> OWNER = SearchAttributeKey.forKeyword("Owner");
  private static final SearchAttributeKey<Long> COMPLETED = SearchAttributeKey.forLong("Completed");
  private static final SearchAttributeKey<Long> FAILED = SearchAttributeKey.forLong("Failed");
  private static final SearchAttributeKey<Double> COST = SearchAttributeKey.forDouble("CostUsd");

  private String shown = "";

  /** Writes them if state, reason or phase is another than last time. */
  void show(Admission admission, RunProgress progress) {
    String now = phase(progress);
    if (admission.searchAttributes().isEmpty() || now.equals(shown)) {
      return;
    }
    shown = now;
    List<ArmProgress> parts = progress.parts();
    List<SearchAttributeUpdate<?>> updates = new ArrayList<>();
    add(updates, admission, EXPERIMENT, admission.experiment());
    add(updates, admission, SURVEY, admission.survey().wave());
    add(updates, admission, MODEL, models(admission));
    add(updates, admission, PHASE, now);
    add(updates, admission, OWNER, owner());
    add(updates, admission, COMPLETED, parts.stream().mapToLong(ArmProgress::done).sum());
    add(updates, admission, FAILED, parts.stream().mapToLong(ArmProgress::failed).sum());
    add(updates, admission, COST, micros(admission, parts) / 1e6);
    if (!updates.isEmpty()) {
      Workflow.upsertTypedSearchAttributes(updates.toArray(SearchAttributeUpdate<?>[]::new));
    }
  }

  private static long micros(Admission admission, List<ArmProgress> parts) {
    return admission.settledBefore().micros() + parts.stream().mapToLong(ArmProgress::micros).sum();
  }

  /** For instance {@code running/survey} or {@code paused (budget)/survey}. */
  private static String phase(RunProgress progress) {
    String why = progress.reason() == null ? "" : " (" + progress.reason().wireName() + ")";
    return progress.state().wireName() + why + "/" + progress.phase().wireName();
  }

  /**
   * Who started the run, as the starter noted it; a run started in Temporal's pages has no note.
   */
  private static String owner() {
    return Workflow.getMemo(Memos.OWNER, String.class) instanceof String owner ? owner : "temporal";
  }

  private static String models(Admission admission) {
    return admission.arms().stream()
        .map(ArmSpec::models)
        .map(models -> models.interview())
        .distinct()
        .limit(5)
        .collect(Collectors.joining(","));
  }

  private static <T> void add(
      List<SearchAttributeUpdate<?>> updates,
      Admission admission,
      SearchAttributeKey<T> key,
      T value) {
    if (admission.searchAttributes().contains(key.getName())) {
      updates.add(key.valueSet(value));
    }
  }
}
