package dev.voxpop.backstory.activity;

import dev.voxpop.contracts.failure.FailureType;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;

/** Failures in the form in which Temporal carries them. */
final class Failures {

  private Failures() {}

  static ApplicationFailure of(FailureType type, String message) {
    return switch (type.retry()) {
      case YES -> ApplicationFailure.newFailure(message, type.wireName());
      case NEVER -> ApplicationFailure.newNonRetryableFailure(message, type.wireName());
    };
  }

  static ApplicationFailure of(FailureType type, RuntimeException cause) {
    return of(type, String.valueOf(cause.getMessage()));
  }

  /** A failure that is tried again after this time. */
  static ApplicationFailure later(FailureType type, String message, Duration delay) {
    return ApplicationFailure.newBuilder()
        .setType(type.wireName())
        .setMessage(message)
        .setNextRetryDelay(delay)
        .build();
  }
}
