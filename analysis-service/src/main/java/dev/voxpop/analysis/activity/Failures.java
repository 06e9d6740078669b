package dev.voxpop.analysis.activity;

import dev.voxpop.analysis.store.StoreFailure;
import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.hosting.peer.PeerUnavailable;
import io.temporal.failure.ApplicationFailure;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Failures in the form in which Temporal carries them. */
final class Failures {

  private Failures() {}

  static <T> T translated(Supplier<T> work) {
    try {
      return work.get();
    } catch (PeerUnavailable | FaultToleranceException e) {
      throw of(FailureType.PEER_UNAVAILABLE, String.valueOf(e.getMessage()));
    } catch (StoreFailure e) {
      throw of(FailureType.STORE_UNAVAILABLE, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw of(FailureType.MISSING_DATA, String.valueOf(e.getMessage()));
    }
  }

  static ApplicationFailure of(FailureType type, String message) {
    return switch (type.retry()) {
      case YES -> ApplicationFailure.newFailure(message, type.wireName());
      case NEVER -> ApplicationFailure.newNonRetryableFailure(message, type.wireName());
    };
  }
}
