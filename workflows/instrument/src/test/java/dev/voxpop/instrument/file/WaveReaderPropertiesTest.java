package dev.voxpop.instrument.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WaveReaderPropertiesTest {
  private static final WaveReader READER = WaveReader.with(Shipped.traits());

  @Test
  void damagedFiles_areAcceptedOrRefusedAndNeverFail() {
    byte[] sound = WaveReaderTest.BASE.getBytes(StandardCharsets.UTF_8);
    for (long seed = 0; seed < 4_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] damaged = Arrays.copyOf(sound, sound.length);
      for (int i = 0; i <= random.nextInt(3); i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(9, 127);
      }
      assertThatCode(() -> READER.read(damaged, "damaged.yaml"))
          .as("seed %d", seed)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void truncatedFiles_areAcceptedOrRefusedAndNeverFail() {
    byte[] sound = WaveReaderTest.BASE.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < sound.length; length++) {
      byte[] cut = Arrays.copyOf(sound, length);
      assertThatCode(() -> READER.read(cut, "cut.yaml")).doesNotThrowAnyException();
    }
  }

  @Test
  void linesTakenOut_areAcceptedOrRefusedWithAdvice() {
    String[] lines = WaveReaderTest.BASE.split("\n");
    for (int i = 0; i < lines.length; i++) {
      String[] kept = lines.clone();
      kept[i] = "#";
      Reading<?> reading = WaveReaderTest.read(String.join("\n", kept));
      assertThat(reading.problems())
          .as("line %d", i)
          .allSatisfy(problem -> assertThat(problem.message()).contains("\nMaybe "));
    }
  }
}
