package dev.voxpop.backstory.rest;

import dev.voxpop.hosting.rest.Refusal;

/** What becomes of a file with bad rows. */
enum UploadMode {
  /** It is refused whole. */
  STRICT,
  /** They are left out and counted. */
  LENIENT;

  static UploadMode of(String name) {
    return switch (name) {
      case "strict" -> STRICT;
      case "lenient" -> LENIENT;
      default ->
          throw Refusal.badRequest("mode=%s is unknown.".formatted(name), "use strict or lenient");
    };
  }
}
