package dev.voxpop.hosting;

import dev.voxpop.contracts.failure.FailureType;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalException;
import org.jspecify.annotations.Nullable;

/**
 * What keeps words of stories and answers out of histories: an exception that no stage throws on
 * purpose may quote them, so only its class and the places it went through are told to Temporal.
 *
 * <p>A failure that a stage throws on purpose keeps its own message and loses those of its causes.
 */
public final class Discretion extends WorkerInterceptorBase {

  private static final String UNSAID =
      "The message stays here: it could quote a story or an answer.";

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new Discreet(next);
  }

  private static final class Discreet extends ActivityInboundCallsInterceptorBase {

    private Discreet(ActivityInboundCallsInterceptor next) {
      super(next);
    }

    @Override
    public ActivityOutput execute(ActivityInput input) {
      try {
        return super.execute(input);
      } catch (ApplicationFailure meant) {
        throw spoken(meant);
      } catch (TemporalException signal) {
        throw signal;
      } catch (RuntimeException unexpected) {
        throw unspoken(unexpected, FailureType.INTERNAL_DEFECT.wireName());
      }
    }
  }

  private static ApplicationFailure spoken(ApplicationFailure meant) {
    boolean defect = FailureType.INTERNAL_DEFECT.wireName().equals(meant.getType());
    ApplicationFailure failure =
        ApplicationFailure.newBuilder()
            .setType(meant.getType())
            .setMessage(defect ? UNSAID : meant.getOriginalMessage())
            .setDetails(meant.getDetails())
            .setNonRetryable(meant.isNonRetryable())
            .setNextRetryDelay(meant.getNextRetryDelay())
            .setCategory(meant.getCategory())
            .setCause(cause(meant))
            .build();
    failure.setStackTrace(meant.getStackTrace());
    return failure;
  }

  private static ApplicationFailure unspoken(Throwable thrown, String type) {
    ApplicationFailure failure =
        ApplicationFailure.newFailureWithCause(
            thrown.getClass().getName() + ". " + UNSAID, type, cause(thrown));
    failure.setStackTrace(thrown.getStackTrace());
    return failure;
  }

  private static @Nullable Throwable cause(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return cause == null || cause == thrown ? null : unspoken(cause, cause.getClass().getName());
  }
}
