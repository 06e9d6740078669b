package dev.voxpop.standalone.run;

import dev.voxpop.worker.rest.Starter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;

/**
 * A plan of a small study, made once for a data folder: the form of Temporal's pages fills itself
 * in from the newest run, so whoever opens it first finds a document to change. It buys nothing.
 */
public final class SampleRun {

  private static final System.Logger LOG = System.getLogger(SampleRun.class.getName());
  private static final String MARK = "sample-run";

  private final Path dataDir;
  private final Function<byte[], Starter.Outcome> planner;

  /** A sample run for a data folder, planned by {@code planner}. */
  public SampleRun(Path dataDir, Function<byte[], Starter.Outcome> planner) {
    this.dataDir = dataDir;
    this.planner = planner;
  }

  /** Where the form is that starts a run, below the address of Temporal's pages. */
  public static String form(String uiUrl) {
    return uiUrl
        + "/namespaces/default/workflows/start-workflow?taskQueue=experiments&workflowType=RunExperiment";
  }

  /** Plans the sample in the background unless that was done before. */
  public void ensureSoon() {
    Thread.ofVirtual().name("sample-run").start(this::ensure);
  }

  /**
   * Plans the sample unless that was done before; a failure is noted and tried at the next start.
   */
  void ensure() {
    Path mark = dataDir.resolve(MARK);
    if (Files.exists(mark)) {
      return;
    }
    try {
      if (planner.apply(document()) instanceof Starter.Outcome.Ended ended) {
        Files.writeString(mark, ended.result().experiment() + "\n");
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "The sample run was not planned", e);
    }
  }

  private static byte[] document() {
    try (InputStream stream =
        Objects.requireNonNull(SampleRun.class.getResourceAsStream("/demo/sample-run.json"))) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
