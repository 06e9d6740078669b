package dev.voxpop.standalone;

/** What the command line's exit codes mean. */
public final class ExitCode {

  /** Done; a run completed. */
  public static final int DONE = 0;

  /** An unexpected defect. */
  public static final int DEFECT = 1;

  /** Wrong usage. */
  public static final int USAGE = 2;

  /** An invalid document or invalid data. */
  public static final int INVALID = 3;

  /** Refused: conflict, wrong state, confirmation missing. */
  public static final int REFUSED = 4;

  /** The run failed. */
  public static final int FAILED = 5;

  /** The run ended partial or cancelled; there are results. */
  public static final int PARTIAL = 6;

  /** Verification, rebuild or a certificate disagrees. */
  public static final int DISAGREES = 7;

  /** A server or tool that is needed is not there. */
  public static final int UNAVAILABLE = 8;

  private ExitCode() {}
}
