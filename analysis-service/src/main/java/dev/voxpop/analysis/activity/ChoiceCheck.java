package dev.voxpop.analysis.activity;

import dev.voxpop.analysis.config.Instruments;
import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiment.PersonaWeights;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.instrument.wave.Grouping;
import dev.voxpop.instrument.wave.Wave;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What this stage has to say about a document: its groupings and its weights. */
@ApplicationScoped
public class ChoiceCheck {

  private final Instruments instruments;

  @Inject
  public ChoiceCheck(Instruments instruments) {
    this.instruments = instruments;
  }

  CheckReport check(ExperimentDocument document) {
    List<Problem> problems = new ArrayList<>();
    Optional<Wave> wave =
        instruments.waves().find(document.survey().wave().replaceFirst("@.*", ""));
    List<String> wanted = document.analysis().groupings();
    for (int i = 0; i < wanted.size() && wave.isPresent(); i++) {
      if (wave.get().grouping(wanted.get(i)).isEmpty()) {
        problems.add(grouping(wave.get(), wanted.get(i), i));
      }
    }
    if (document.analysis().weights() == PersonaWeights.RAKED) {
      problems.add(
          new Problem(
              "/analysis/weights",
              "Raked weights are not computed by this version.",
              "use \"none\" or \"human\"."));
    }
    return CheckReport.of(problems);
  }

  private static Problem grouping(Wave wave, String id, int index) {
    List<String> known = wave.groupings().stream().map(Grouping::id).toList();
    return new Problem(
        "/analysis/groupings/" + index,
        "Wave %s has no grouping \"%s\".".formatted(wave.id(), id),
        known.isEmpty() ? "leave groupings out." : "it is one of %s.".formatted(known));
  }
}
