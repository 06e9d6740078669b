package dev.voxpop.worker.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Records the histories that {@link ReplayTest} replays. It is no test of its own and runs only
 * when named; see the module's README for the command. What is recorded stays: a shape that the
 * release has already is left alone.
 */
class HistoryRecorder {

  private static final String RELEASE = System.getProperty("voxpop.release", "0.1.0");

  @ParameterizedTest
  @EnumSource(Shapes.class)
  void shape_isRecorded(Shapes shape) throws IOException {
    Path file = Histories.file(RELEASE, shape);
    if (!Files.exists(file)) {
      try (World world = new World()) {
        shape.live(world);
        Histories.write(file, Histories.family(world.client, shape.id()));
      }
    }
    assertThat(Histories.read(file)).isNotEmpty();
  }
}
