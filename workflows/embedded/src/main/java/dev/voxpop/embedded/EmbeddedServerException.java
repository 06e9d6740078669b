package dev.voxpop.embedded;

import org.jspecify.annotations.Nullable;

/**
 * Says which embedded server, port or file stands in the way, and ends with a line on what to do
 * about it.
 */
public final class EmbeddedServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EmbeddedServerException(String problem, String maybe) {
    this(problem, maybe, null);
  }

  EmbeddedServerException(String problem, String maybe, @Nullable Throwable cause) {
    super(problem + System.lineSeparator() + "Maybe " + maybe, cause);
  }
}
