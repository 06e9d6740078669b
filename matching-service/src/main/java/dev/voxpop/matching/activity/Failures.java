package dev.voxpop.matching.activity;

import dev.voxpop.contracts.failure.FailureType;
import io.temporal.failure.ApplicationFailure;

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
}
