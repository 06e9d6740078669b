package dev.voxpop.analysis.activity;

import dev.voxpop.analysis.config.Instruments;
import dev.voxpop.contracts.experiment.AnalysisChoice;
import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.instrument.wave.Grouping;
import dev.voxpop.instrument.wave.Wave;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What this stage has to say about a document: its groupings, its audit. */
@ApplicationScoped
public class ChoiceCheck {

  private final Instruments instruments;

  @Inject
  public ChoiceCheck(Instruments instruments) {
    this.instruments = instruments;
  }

  CheckReport check(ExperimentDocument document) {
    return CheckReport.designed(
        check(document.survey().wave(), document.analysis()).problems(), AuditDesign.of(document));
  }

  CheckReport check(String named, AnalysisChoice choice) {
    List<Problem> problems = new ArrayList<>();
    Optional<Wave> wave = instruments.waves().find(named.replaceFirst("@.*", ""));
    wave.ifPresent(known -> groupings(known, choice, problems));
    return CheckReport.of(problems);
  }

  private static void groupings(Wave wave, AnalysisChoice choice, List<Problem> problems) {
    GroupingNames names = new GroupingNames(wave, choice);
    List<String> wanted = choice.groupings();
    for (int i = 0; i < wanted.size(); i++) {
      String pointer = "/analysis/groupings/" + i;
      for (String part : GroupingNames.parts(wanted.get(i))) {
        Optional<Grouping> grouping = names.find(part);
        if (grouping.isEmpty()) {
          problems.add(grouping(wave, part, pointer, names.known()));
        } else if (!names.columns().contains(grouping.get().column())) {
          problems.add(column(wave, grouping.get().column(), pointer, names.columns()));
        } else if (isOwn(choice, part) && wave.grouping(part).isPresent()) {
          problems.add(
              new Problem(
                  pointer,
                  "Wave %s has a grouping \"%s\" already.".formatted(wave.id(), part),
                  "give this one another id."));
        }
      }
    }
  }

  private static boolean isOwn(AnalysisChoice choice, String name) {
    return choice.ownGroupings().stream().anyMatch(own -> own.id().equals(name));
  }

  private static Problem grouping(Wave wave, String id, String pointer, List<String> known) {
    return new Problem(
        pointer,
        "Wave %s has no grouping \"%s\".".formatted(wave.id(), id),
        known.isEmpty() ? "leave groupings out." : "it is one of %s.".formatted(known));
  }

  private static Problem column(Wave wave, String column, String pointer, List<String> known) {
    return new Problem(
        pointer,
        "Wave %s keeps no column \"%s\" of its human data.".formatted(wave.id(), column),
        "it is one of %s.".formatted(known));
  }
}
