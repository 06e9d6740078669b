package dev.voxpop.analysis.report;

/** Codes of options as statistics programs want them: whole numbers where they are such. */
final class Codes {

  private Codes() {}

  /** Whether a code is a whole number in its usual form. */
  static boolean numeric(String code) {
    return code.matches("-?(0|[1-9]\\d{0,14})") && !code.equals("-0");
  }

  /** The code as a number, or as the text it is. */
  static Object value(String code) {
    return numeric(code) ? (Object) Long.valueOf(code) : code;
  }
}
