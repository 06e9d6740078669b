package dev.voxpop.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.contracts.experiments.Plan;
import dev.voxpop.contracts.experiments.RunResult;
import dev.voxpop.contracts.experiments.RunState;
import dev.voxpop.worker.document.DocumentReader;
import dev.voxpop.worker.rest.Starter.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleRunTest {

  @TempDir private Path folder;
  private final List<byte[]> planned = new ArrayList<>();

  private SampleRun sample(Outcome outcome) {
    return new SampleRun(
        folder,
        document -> {
          planned.add(document);
          return outcome;
        });
  }

  private static Outcome ended() {
    Plan plan = new Plan(0, 0, 0, 0, 0, 0, 0, null, null, List.of());
    return new Outcome.Ended(
        new RunResult("sample", RunState.PLANNED, plan, 0, 0, 0, List.of(), null));
  }

  @Test
  void sample_isPlannedOnceForAFolder() {
    sample(ended()).ensure();
    sample(ended()).ensure();
    assertThat(planned).hasSize(1);
  }

  @Test
  void sampleThatFailed_isPlannedAtTheNextStart() {
    sample(new Outcome.Failed("no server")).ensure();
    new SampleRun(
            folder,
            document -> {
              throw new IllegalStateException("no server");
            })
        .ensure();
    sample(ended()).ensure();
    assertThat(planned).hasSize(2);
  }

  @Test
  void document_isValidAndBuysNothing() {
    sample(ended()).ensure();
    var reading = DocumentReader.read(planned.getFirst(), "sample");
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.document()).isNotNull().matches(document -> document.dryRun());
  }
}
