package dev.voxpop.languagemodel;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The wait that a provider asks for in the header {@code Retry-After} (RFC 9110, section 10.2.3):
 * seconds or a date.
 *
 * <p>The result is moved by up to ±10 %, so that callers do not come back all at once, and lies in
 * 1 s … 10 min, whatever the header says.
 */
public final class RetryAfter {

  /** The shortest wait. */
  public static final Duration LEAST = Duration.ofSeconds(1);

  /** The longest wait. */
  public static final Duration MOST = Duration.ofMinutes(10);

  private static final double JITTER = 0.1;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

  private RetryAfter() {}

  /** The wait; empty when the header is neither a number nor a date. */
  public static Optional<Duration> parse(String header, Instant now, RandomGenerator random) {
    String value = header.strip();
    return seconds(value)
        .or(() -> date(value, now))
        .map(seconds -> seconds * (1 + JITTER * (2 * random.nextDouble() - 1)))
        .map(
            seconds ->
                Duration.ofMillis(
                    Math.round(
                        Math.clamp(
                            seconds * 1000, (double) LEAST.toMillis(), (double) MOST.toMillis()))));
  }

  private static Optional<Double> seconds(String value) {
    try {
      double seconds = Double.parseDouble(value);
      return Double.isNaN(seconds) ? Optional.empty() : Optional.of(seconds);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Double> date(String value, Instant now) {
    try {
      Instant then = ZonedDateTime.parse(value, DATE).toInstant();
      return Optional.of(then.getEpochSecond() - (double) now.getEpochSecond());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
