package dev.voxpop.worker.plan;

import dev.voxpop.contracts.identity.Sha256;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a specification: equal parts, equal hash. Records print their components in
 * declared order and collections in theirs, which makes their text a canonical form.
 */
final class SpecHash {

  private SpecHash() {}

  /** All 64 hex digits. */
  static String full(@Nullable Object... parts) {
    return Sha256.hex(
        Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining("\u001F")));
  }

  /** A kind's letter, a hyphen and the first 16 hex digits. */
  static String id(String kind, @Nullable Object... parts) {
    return kind + "-" + full(parts).substring(0, 16);
  }
}
