package dev.voxpop.standalone.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineDisplayTest {

  private static final long SECOND = 1_000_000_000L;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private long now;

  private List<String> lines() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static Snapshot answers(long done) {
    return new Snapshot("survey", done, 1000, 3, 1_500_000, "");
  }

  @Test
  void line_comesWithEveryTwentiethPartAndEveryTenSeconds() {
    try (LineDisplay display = new LineDisplay(stream, () -> now)) {
      display.show(answers(0));
      display.show(answers(10));
      display.show(answers(50));
      now = 9 * SECOND;
      display.show(answers(51));
      now = 10 * SECOND;
      display.show(answers(52));
      now = 30 * SECOND;
      display.show(answers(52));
    }
    assertThat(lines()).hasSize(3);
    assertThat(lines().get(0)).contains("survey", "0/1,000", "0 %", "ETA –", "$1.5000");
    assertThat(lines().get(1)).contains("50/1,000", "5 %");
    assertThat(lines().get(2)).contains("52/1,000");
  }

  @Test
  void estimate_isGivenInMinutesAfterHalfAMinute() {
    try (LineDisplay display = new LineDisplay(stream, () -> now)) {
      display.show(answers(0));
      now = 40 * SECOND;
      display.show(answers(400));
    }
    assertThat(lines().getLast()).contains("10/s", "ETA 1:00", "without value 3");
  }

  @Test
  void poolsAtWork_standBehindTheAnswers() {
    try (LineDisplay display = new LineDisplay(stream, () -> now)) {
      display.show(new Snapshot("backstories", 0, 1000, 0, 0, "pool natural 5/40"));
      display.show(new Snapshot("survey", 0, 1000, 0, 0, ""));
    }
    assertThat(lines().get(0)).endsWith("· pool natural 5/40");
    assertThat(lines().get(1)).startsWith("survey").doesNotContain("pool");
  }
}
