package dev.voxpop.interviewing;

import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.languagemodel.ModelFailure;
import org.jspecify.annotations.Nullable;

/** What a failed call means for its series and its batch. */
sealed interface Consequence {
  /** Rejections in a row, all with one status, that speak against the configuration. */
  int ALIKE_REJECTS = 20;

  /** Replies to one request that were no replies, until the request is given up. */
  int MALFORMED_REPLIES = 3;

  /** The step ends without a usable response. */
  record Fails(Fault.Reason reason) implements Consequence {}

  /**
   * The call is sent again later.
   *
   * @param ending why the batch ends with it; null when it goes on
   */
  record Parks(Cursor.Trouble trouble, @Nullable Ending ending) implements Consequence {}

  /** The consequence of a failure after what went wrong {@code before}. */
  static Consequence of(
      ModelFailure failure, Cursor.Trouble before, AliasHealth health, SeriesKey key) {
    return switch (failure.type()) {
      case CONTENT_FILTERED -> new Fails(Fault.Reason.CONTENT_FILTER);
      case CONTEXT_TOO_LONG -> new Fails(Fault.Reason.CONTEXT_LENGTH);
      case MODEL_REPLY_MALFORMED ->
          before.malformed() + 1 >= MALFORMED_REPLIES
              ? new Fails(Fault.Reason.MALFORMED)
              : new Parks(before.plusMalformed(), null);
      case MODEL_REJECTED ->
          health.answeredSinceRefusing(key)
              ? new Fails(Fault.Reason.REJECTED)
              : refused(failure, before, health);
      case MODEL_AUTH_FAILED -> {
        health.locked();
        yield new Parks(
            before.plusTry(), Ending.halted(PauseReason.PROVIDER_AUTH, message(failure)));
      }
      default -> new Parks(before.plusTry(), null);
    };
  }

  private static Consequence refused(
      ModelFailure failure, Cursor.Trouble before, AliasHealth health) {
    boolean always = health.refused(failure.status()) >= ALIKE_REJECTS;
    return new Parks(
        before.plusRejected(),
        always ? Ending.halted(PauseReason.PROVIDER_REJECTS, message(failure)) : null);
  }

  /** What a failure says, or at least its type. */
  static String message(ModelFailure failure) {
    String message = failure.getMessage();
    return message == null ? failure.type().wireName() : message;
  }
}
