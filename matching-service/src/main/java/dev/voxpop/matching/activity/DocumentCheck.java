package dev.voxpop.matching.activity;

import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiment.MatchingChoice;
import dev.voxpop.contracts.experiment.SampleChoice;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckReport.SampleFacts;
import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.wave.Wave;
import dev.voxpop.matching.config.InstrumentFolder;
import dev.voxpop.matching.store.HumanSampleRow;
import dev.voxpop.matching.store.Samples;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What this stage has to say about a document: its sample, its filters and its matchings. */
@ApplicationScoped
public class DocumentCheck {

  private final Samples samples;
  private final SampleDrawing drawing;
  private final Waves waves;

  @Inject
  public DocumentCheck(Samples samples, SampleDrawing drawing, InstrumentFolder instruments) {
    this.samples = samples;
    this.drawing = drawing;
    this.waves = instruments.waves();
  }

  CheckReport check(ExperimentDocument document) {
    String waveId = document.survey().wave().replaceFirst("@.*", "");
    Optional<Wave> wave = waves.find(waveId);
    if (wave.isEmpty()) {
      return CheckReport.of(List.of());
    }
    List<Problem> problems = new ArrayList<>();
    var conditions = new ConditionCheck(wave.get(), problems);
    conditions.check("/sample", document.sample().include(), document.sample().exclude());
    for (Map.Entry<String, MatchingChoice> matching : document.matchings().entrySet()) {
      conditions.check("/matchings/" + escaped(matching.getKey()), matching.getValue());
    }
    Optional<HumanSampleRow> sample = sample(waveId, document.sample(), problems);
    SampleFacts facts =
        sample.isPresent() && problems.isEmpty()
            ? facts(sample.get(), document.sample(), problems)
            : null;
    return new CheckReport(problems, null, facts, List.of(), Map.of());
  }

  private Optional<HumanSampleRow> sample(
      String wave, SampleChoice choice, List<Problem> problems) {
    List<HumanSampleRow> ofWave = samples.ofWave(wave);
    List<String> ids = ofWave.stream().map(row -> row.id).toList();
    String humans = choice.humans();
    if (humans == null) {
      if (ofWave.size() != 1) {
        problems.add(
            new Problem(
                "/sample/humans",
                "Wave %s has %d human samples: %s.".formatted(wave, ofWave.size(), ids),
                ofWave.isEmpty() ? "import a sample first." : "name one of them."));
        return Optional.empty();
      }
      return Optional.of(ofWave.getFirst());
    }
    Optional<HumanSampleRow> named = ofWave.stream().filter(r -> r.id.equals(humans)).findFirst();
    if (named.isEmpty()) {
      problems.add(
          new Problem(
              "/sample/humans",
              "Wave %s has no human sample \"%s\".".formatted(wave, humans),
              ids.isEmpty() ? "import it first." : "it is one of %s.".formatted(ids)));
    }
    return named;
  }

  private @Nullable SampleFacts facts(
      HumanSampleRow sample, SampleChoice choice, List<Problem> problems) {
    int eligible = drawing.eligible(sample, choice.include(), choice.exclude()).size();
    Integer size = choice.size();
    if (eligible == 0) {
      problems.add(
          new Problem(
              "/sample",
              "Nobody of sample \"%s\" passes.".formatted(sample.id),
              "loosen include or exclude."));
      return null;
    }
    if (size != null && size > eligible) {
      problems.add(
          new Problem(
              "/sample/size",
              "%d people are wanted, but only %d of sample \"%s\" pass."
                  .formatted(size, eligible, sample.id),
              "ask for at most %d.".formatted(eligible)));
      return null;
    }
    return new SampleFacts(sample.id, sample.contentHash, size == null ? eligible : size);
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
