package dev.voxpop.embedded;

/** The two Temporal servers that can run beside the process. */
public enum TemporalKind {
  DEV_SERVER(
      "Temporal is the real dev server: runs live in a file, have a web UI and survive restarts."),
  IN_MEMORY(
      "Temporal is the in-memory test server: no web UI, and it forgets all runs when the process ends, so unfinished"
          + " runs are started again from their stored documents (nothing is bought twice); install the real one with"
          + " './voxpop install temporal' or set voxpop.temporal.target.");

  private final String meaning;

  TemporalKind(String meaning) {
    this.meaning = meaning;
  }

  /** One sentence for the person at the terminal. */
  public String meaning() {
    return meaning;
  }
}
