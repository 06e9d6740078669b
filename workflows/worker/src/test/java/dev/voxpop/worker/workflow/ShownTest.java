package dev.voxpop.worker.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.contracts.experiments.RunPhase;
import dev.voxpop.contracts.experiments.RunState;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.workflow.ArmProgress;
import dev.voxpop.contracts.workflow.RunProgress;
import dev.voxpop.hosting.Payloads;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a run shows of itself, and how large that is. */
class ShownTest {

  private static final String ID = "shown";

  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  private static String arms(int count) {
    List<String> arms = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      arms.add("{\"id\": \"arm-" + "x".repeat(50) + "-" + i + "\", \"baseline\": \"bio\"}");
    }
    return "{\"apiVersion\": \"v1\", \"survey\": {\"wave\": \"harbour-city-2026\"}, \"arms\": ["
        + String.join(",", arms)
        + "]}";
  }

  @Test
  void progress_tellsHowFarEachPartIs() {
    AtomicReference<RunProgress> seen = new AtomicReference<>();
    world.script.at("completeArm", 1, () -> seen.set(world.progress(ID)));
    world.run(ID, World.ONE_ARM);
    RunProgress progress = Objects.requireNonNull(seen.get());
    assertThat(progress.state()).isEqualTo(RunState.RUNNING);
    assertThat(progress.phase()).isEqualTo(RunPhase.SURVEY);
    assertThat(progress.parts()).containsExactly(new ArmProgress(ID + "/arm/bio", 120, 120, 0, 0));
    assertThat(world.progress(ID).state()).isEqualTo(RunState.COMPLETED);
  }

  @Test
  void progressAndHistoryOfAHundredArms_staySmall() throws IOException {
    world.run(ID, arms(100));
    RunProgress progress = world.progress(ID);
    assertThat(Payloads.mapper().writeValueAsBytes(progress)).hasSizeLessThan(4096);
    assertThat(progress.parts().stream().mapToLong(ArmProgress::done).sum()).isEqualTo(12_000);
    assertThat(world.history(ID).getEvents())
        .hasSizeLessThan(10_000)
        .allSatisfy(event -> assertThat(event.getSerializedSize()).isLessThan(33 * 1024));
  }

  @Test
  void folding_keepsSumsAndUnfinishedParts() {
    List<ArmProgress> parts =
        IntStream.range(0, 200)
            .mapToObj(i -> new ArmProgress("p/" + i, i < 195 ? 10 : 5, 10, 1, i))
            .toList();
    List<ArmProgress> folded = Folding.fold(parts);
    assertThat(folded).hasSizeLessThan(30).contains(parts.get(195), parts.get(199));
    assertThat(folded.stream().mapToLong(ArmProgress::done).sum()).isEqualTo(1_975);
    assertThat(folded.stream().mapToLong(ArmProgress::micros).sum()).isEqualTo(19_900);
    assertThat(Folding.fold(parts.subList(0, 5))).isEqualTo(parts.subList(0, 5));
  }

  @Test
  void searchAttributes_areSetOnlyWhereTheServerKnowsThem() {
    world.experiments.attributes(List.of("Completed", "Phase"));
    world.script.answer(
        "interview bio 0 ", 1, () -> Tallies.halted(10, PauseReason.PROVIDER_OUTAGE));
    AtomicReference<String> seen = new AtomicReference<>();
    world.after(Duration.ofMinutes(2), () -> seen.set(phase()));
    world.run(ID, World.ONE_ARM);
    assertThat(seen.get()).isEqualTo("paused (provider-outage)/survey");
    assertThat(phase()).isEqualTo("completed/report");
    long upserts =
        world.history(ID).getEvents().stream()
            .filter(HistoryEvent::hasUpsertWorkflowSearchAttributesEventAttributes)
            .count();
    assertThat(upserts).isBetween(5L, 12L);
  }

  private String phase() {
    WorkflowStub stub = world.client.newUntypedWorkflowStub(ID);
    return String.valueOf(
        stub.describe()
            .getTypedSearchAttributes()
            .get(io.temporal.common.SearchAttributeKey.forKeyword("Phase")));
  }

  @Test
  void currentDetails_showStatePartsAndReason() {
    AtomicReference<String> seen = new AtomicReference<>();
    world.script.answer(
        "interview bio 0 ", 1, () -> Tallies.halted(10, PauseReason.PROVIDER_OUTAGE));
    world.after(Duration.ofMinutes(2), () -> seen.set(details()));
    world.run(ID, World.ONE_ARM);
    assertThat(seen.get())
        .startsWith("**paused** · survey · paused: **provider-outage** · ")
        .contains("the model is away")
        .contains("| arm/bio | ");
    assertThat(details())
        .startsWith("**completed** · report")
        .contains("| arm/bio | 120 | 120 | 0 |");
  }

  private String details() {
    io.temporal.api.sdk.v1.WorkflowMetadata metadata =
        world
            .client
            .newUntypedWorkflowStub(ID)
            .query("__temporal_workflow_metadata", io.temporal.api.sdk.v1.WorkflowMetadata.class);
    return metadata.getCurrentDetails();
  }

  @Test
  void everyPayload_isSmallAndHoldsNoTextOfTheModel() throws IOException {
    String document = Files.readString(Path.of("..", "..", "examples", "eleven-arms.json"));
    world.run(ID, document.replace("\"eleven-arms\"", "\"" + ID + "\""));
    for (String id : List.of(ID, ID + "/pool/natural", ID + "/arm/greedy-qa")) {
      assertThat(world.history(id).getEvents())
          .allSatisfy(event -> assertThat(event.getSerializedSize()).isLessThan(32 * 1024));
    }
    assertThat(world.history(ID).toJson(true).getBytes(StandardCharsets.UTF_8)).isNotEmpty();
  }
}
