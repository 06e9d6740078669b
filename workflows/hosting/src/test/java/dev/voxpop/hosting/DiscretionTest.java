package dev.voxpop.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.hosting.stage.HostedActivities;
import io.temporal.activity.ActivityInterface;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DiscretionTest {

  /** Words that a person is supposed to have said. */
  private static final String CANARY = "my brother never came back from the sea";

  /** Something that goes wrong. */
  @ActivityInterface
  public interface Teller {
    /** Goes wrong. */
    void tell();
  }

  @Test
  void unexpectedException_quotingAnAnswer_reachesTheHistoryAsClassAndPlaceOnly() {
    ApplicationFailure failure =
        failure(
            () -> {
              throw new IllegalStateException(CANARY, new IllegalArgumentException(CANARY));
            });

    assertThat(failure.getType()).isEqualTo(FailureType.INTERNAL_DEFECT.wireName());
    assertThat(failure.getOriginalMessage()).startsWith("java.lang.IllegalStateException");
    assertThat(printed(failure))
        .doesNotContain(CANARY)
        .contains("IllegalArgumentException", "DiscretionTest");
  }

  @Test
  void meantFailure_withACauseThatQuotes_keepsItsOwnWordsOnly() {
    ApplicationFailure failure =
        failure(
            () -> {
              throw ApplicationFailure.newBuilder()
                  .setType(FailureType.MODEL_RATE_LIMITED.wireName())
                  .setMessage("The model asks to wait.")
                  .setNextRetryDelay(Duration.ofSeconds(7))
                  .setCause(new IllegalStateException(CANARY))
                  .build();
            });

    assertThat(failure.getType()).isEqualTo(FailureType.MODEL_RATE_LIMITED.wireName());
    assertThat(failure.getOriginalMessage()).isEqualTo("The model asks to wait.");
    assertThat(failure.getNextRetryDelay()).isEqualTo(Duration.ofSeconds(7));
    assertThat(printed(failure)).doesNotContain(CANARY).contains("IllegalStateException");
  }

  @Test
  void defectThatAStageReports_quotingAnAnswer_isNotQuotedEither() {
    ApplicationFailure failure =
        failure(
            () -> {
              throw ApplicationFailure.newFailure(CANARY, FailureType.INTERNAL_DEFECT.wireName());
            });

    assertThat(failure.getType()).isEqualTo(FailureType.INTERNAL_DEFECT.wireName());
    assertThat(printed(failure)).doesNotContain(CANARY);
  }

  private static ApplicationFailure failure(Teller teller) {
    try (HostedActivities hosted = HostedActivities.of(teller)) {
      Teller stub = hosted.stub(Teller.class);
      ActivityFailure failure = catchThrowableOfType(ActivityFailure.class, stub::tell);
      return (ApplicationFailure) Objects.requireNonNull(failure.getCause());
    }
  }

  private static String printed(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
