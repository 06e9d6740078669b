package dev.voxpop.standalone;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One life of the all-in-one process: servers up, application up, work done, application down,
 * servers down, in this order, whether it ends by itself or by a signal.
 */
public final class Session {

  private static final AtomicReference<@Nullable Work> WORK = new AtomicReference<>();

  private Session() {}

  /** What is to be done while everything is up. */
  @FunctionalInterface
  public interface Work {

    /** Does it and answers with the process's exit code. */
    int execute() throws Exception;
  }

  /** The application as Quarkus runs it. */
  public static final class Stages implements QuarkusApplication {

    @Override
    public int run(String... args) throws Exception {
      Work work = WORK.get();
      return work == null ? ExitCode.DEFECT : work.execute();
    }
  }

  /** Does {@code work} with everything up. */
  public static int with(Backend backend, Work work) {
    AtomicBoolean closed = new AtomicBoolean();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(backend, closed), "voxpop-stop"));
    WORK.set(work);
    int[] code = {ExitCode.DEFECT};
    Quarkus.run(
        Stages.class,
        (exit, failure) -> {
          code[0] = exit;
          if (failure != null) {
            System.err.println("voxpop: " + reason(failure));
            code[0] = ExitCode.DEFECT;
          }
        });
    end(backend, closed);
    return code[0];
  }

  /** The first cause, which is what a person can act on. */
  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return failure.getMessage()
        + ": "
        + cause.getMessage()
        + "\nMaybe the data folder is from another version: set VOXPOP_DATA_DIR to a new one.";
  }

  private static void end(Backend backend, AtomicBoolean closed) {
    Application application = Application.currentApplication();
    if (application != null) {
      application.awaitShutdown();
    }
    if (closed.compareAndSet(false, true)) {
      backend.close();
    }
  }
}
