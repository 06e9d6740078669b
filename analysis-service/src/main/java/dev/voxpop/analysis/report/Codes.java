package dev.voxpop.analysis.report;

import java.util.regex.Pattern;

/** Codes of options as statistics programs want them: whole numbers where they are such. */
final class Codes {

  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,14})");

  private Codes() {}

  /** Whether a code is a whole number in its usual form. */
  static boolean numeric(String code) {
    return WHOLE.matcher(code).matches() && !code.equals("-0");
  }

  /** The code as a number, or as the text it is. */
  static Object value(String code) {
    return numeric(code) ? (Object) Long.valueOf(code) : code;
  }
}
