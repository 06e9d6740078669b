package dev.voxpop.survey.activity;

import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.hosting.peer.PeerUnavailable;
import dev.voxpop.interviewing.StoreUnavailable;
import dev.voxpop.interviewing.activity.BatchHost;
import dev.voxpop.survey.event.ArmEvents;
import dev.voxpop.survey.store.RosterStore;
import io.temporal.client.ActivityCompletionException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Exceptions in the closed list of failures that workflows know. */
final class Failures {
  private Failures() {}

  /** Does the work; what goes wrong leaves as a failure of a known type. */
  static <T> T typed(Supplier<T> work) {
    try {
      return work.get();
    } catch (TemporalFailure | ActivityCompletionException known) {
      throw known;
    } catch (RuntimeException e) {
      throw of(type(e), e);
    }
  }

  /** A failure of a type. */
  static ApplicationFailure of(FailureType type, RuntimeException cause) {
    return ApplicationFailure.newBuilder()
        .setType(type.wireName())
        .setMessage(String.valueOf(cause.getMessage()))
        .setNonRetryable(type.retry() == FailureType.Retry.NEVER)
        .setCategory(BatchHost.category(type))
        .setCause(cause)
        .build();
  }

  private static FailureType type(RuntimeException e) {
    return switch (e) {
      case StoreUnavailable ignored -> FailureType.STORE_UNAVAILABLE;
      case PeerUnavailable ignored -> FailureType.PEER_UNAVAILABLE;
      case FaultToleranceException ignored -> FailureType.PEER_UNAVAILABLE;
      case RosterStore.SpecificationChanged ignored -> FailureType.INVALID_EXPERIMENT;
      case ArmEvents.CountsDisagree ignored -> FailureType.INTERNAL_DEFECT;
      case MissingData ignored -> FailureType.MISSING_DATA;
      case EventsWaiting ignored -> FailureType.BROKER_UNAVAILABLE;
      default -> FailureType.INTERNAL_DEFECT;
    };
  }

  /** Something that should have been enrolled before is not there. */
  static final class MissingData extends RuntimeException {
    MissingData(String message) {
      super(message);
    }
  }

  /** Events do not leave the outbox. */
  static final class EventsWaiting extends RuntimeException {
    EventsWaiting(long pending) {
      super(pending + " events have not left the outbox.\nMaybe the broker is down.");
    }
  }
}
