package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiments.Admission;
import dev.voxpop.contracts.workflow.ArmProgress;
import dev.voxpop.contracts.workflow.RunProgress;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributeUpdate;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;

/**
 * The search attributes of a run, written when the phase changes. Only those the server knows are
 * set: setting an unknown one would leave the run hanging.
 */
final class SearchAttributes {

  private static final SearchAttributeKey<String> EXPERIMENT =
      SearchAttributeKey.forKeyword("ExperimentId");
  private static final SearchAttributeKey<String> SURVEY =
      SearchAttributeKey.forKeyword("SurveyId");
  private static final SearchAttributeKey<String> PHASE = SearchAttributeKey.forKeyword("Phase");
  private static final SearchAttributeKey<Long> COMPLETED = SearchAttributeKey.forLong("Completed");
  private static final SearchAttributeKey<Long> FAILED = SearchAttributeKey.forLong("Failed");
  private static final SearchAttributeKey<Double> COST = SearchAttributeKey.forDouble("CostUsd");

  private SearchAttributes() {}

  static void upsert(Admission admission, RunProgress progress) {
    String shown = progress.state().wireName() + "/" + progress.phase().wireName();
    if (admission.searchAttributes().isEmpty() || shown.equals(known(admission, PHASE))) {
      return;
    }
    List<SearchAttributeUpdate<?>> updates = new ArrayList<>();
    add(updates, admission, EXPERIMENT, admission.experiment());
    add(updates, admission, SURVEY, admission.survey().wave());
    add(updates, admission, PHASE, shown);
    add(
        updates,
        admission,
        COMPLETED,
        progress.parts().stream().mapToLong(ArmProgress::done).sum());
    add(updates, admission, FAILED, progress.parts().stream().mapToLong(ArmProgress::failed).sum());
    add(
        updates,
        admission,
        COST,
        progress.parts().stream().mapToLong(ArmProgress::micros).sum() / 1e6);
    Workflow.upsertTypedSearchAttributes(updates.toArray(SearchAttributeUpdate<?>[]::new));
  }

  private static String known(Admission admission, SearchAttributeKey<String> key) {
    String value =
        admission.searchAttributes().contains(key.getName())
            ? Workflow.getTypedSearchAttributes().get(key)
            : null;
    return value == null ? "" : value;
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
