package dev.voxpop.interviewing;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.languagemodel.Usage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A reason that lies in a request itself for which its step has no usable response.
 *
 * @param raw the beginning of what came; may be empty
 * @param bill what the failed call cost
 * @param usage what the provider billed; null when it did not say
 */
public record Fault(Reason reason, String raw, Allowance bill, @Nullable Usage usage) {

  /** The reasons. */
  public enum Reason {
    /** The provider's filter. */
    CONTENT_FILTER,
    /** More text than the model takes. */
    CONTEXT_LENGTH,
    /** Replies that were no replies, time after time. */
    MALFORMED,
    /** Refused for good, by an alias that has answered others since. */
    REJECTED;

    /** Its name in rows and events, as {@code content_filter}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
