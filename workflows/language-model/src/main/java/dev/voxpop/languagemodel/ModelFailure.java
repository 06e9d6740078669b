package dev.voxpop.languagemodel;

import dev.voxpop.contracts.failure.FailureType;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call to a model that has no usable reply.
 *
 * <p>The type is final: it is never wrapped into another one. The message holds neither prompt nor
 * key; what the model sent is in {@link #raw()}, at most {@value #MOST_RAW_BYTES} bytes of it.
 */
public final class ModelFailure extends RuntimeException {

  /** The most bytes of a reply that are kept with a failure. */
  public static final int MOST_RAW_BYTES = 2048;

  /** What is known of the bill. */
  public enum Charge {
    /** The request never left us: it does not even count as a call. */
    UNSENT,
    /** The provider refused to work: a call, but nothing to pay. */
    NONE,
    /** The provider may have worked: the call counts as lost, at its worst case. */
    UNKNOWN,
    /** The provider worked and said how much: {@link #usage()}. */
    REPORTED
  }

  private final FailureType type;
  private final int status;
  private final transient @Nullable Duration retryAfter;
  private final String raw;
  private final Charge charge;
  private final transient @Nullable Usage usage;

  private ModelFailure(Details details) {
    super(details.message, details.cause);
    this.type = details.type;
    this.status = details.status;
    this.retryAfter = details.retryAfter;
    this.raw = details.raw;
    this.charge = details.charge;
    this.usage = details.usage;
  }

  /** Begins a failure that is a call, but not charged unless said otherwise. */
  public static Details of(FailureType type, String message) {
    return new Details(type, message);
  }

  /** What is to be done. */
  public FailureType type() {
    return type;
  }

  /** The HTTP status; 0 when there was none. */
  public int status() {
    return status;
  }

  /** The least time before the next call of this alias makes sense, as the provider said. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** The beginning of what the model sent; "" when nothing came. Data of a stranger. */
  public String raw() {
    return raw;
  }

  /** What is known of the bill. */
  public Charge charge() {
    return charge;
  }

  /** What the provider billed, when it said so. */
  public Optional<Usage> usage() {
    return Optional.ofNullable(usage);
  }

  /** A failure in the making. */
  public static final class Details {
    private final FailureType type;
    private final String message;
    private int status;
    private @Nullable Duration retryAfter;
    private String raw = "";
    private Charge charge = Charge.NONE;
    private @Nullable Usage usage;
    private @Nullable Throwable cause;

    private Details(FailureType type, String message) {
      this.type = type;
      this.message = message;
    }

    /** With the HTTP status. */
    public Details status(int code) {
      this.status = code;
      return this;
    }

    /** With the provider's wish to wait. */
    public Details retryAfter(@Nullable Duration wait) {
      this.retryAfter = wait;
      return this;
    }

    /** With what came back; kept up to the limit, made safe for text columns. */
    public Details raw(String text) {
      this.raw = SafeText.head(SafeText.clean(text), MOST_RAW_BYTES);
      return this;
    }

    /** Without having been sent. */
    public Details unsent() {
      this.charge = Charge.UNSENT;
      return this;
    }

    /** With an unknown bill: the provider may have worked. */
    public Details maybeCharged() {
      this.charge = Charge.UNKNOWN;
      return this;
    }

    /** With the reported bill. */
    public Details charged(Usage reported) {
      this.charge = Charge.REPORTED;
      this.usage = reported;
      return this;
    }

    /** With what was thrown below. */
    public Details cause(Throwable below) {
      this.cause = below;
      return this;
    }

    /** The failure. */
    public ModelFailure failure() {
      return new ModelFailure(this);
    }
  }
}
