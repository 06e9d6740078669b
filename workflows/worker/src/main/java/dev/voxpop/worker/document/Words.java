package dev.voxpop.worker.document;

import java.util.Locale;

/** The words by which constants are written in documents. */
final class Words {

  private Words() {}

  /** Kebab case: {@code MAXIMUM_WEIGHT} is {@code maximum-weight}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
