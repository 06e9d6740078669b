package dev.voxpop.survey.station;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.survey.store.RosterRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process of its own that interviews the matched arm until it dies at a point. */
public final class ChildInterviewer {
  private ChildInterviewer() {}

  /** Starts the process and waits for its end; returns its exit code. */
  public static int run(Database database, int simulator, CrashPoint point, int number)
      throws IOException, InterruptedException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ChildInterviewer.class.getName(),
                database.url(),
                database.user(),
                database.password(),
                Integer.toString(simulator),
                point.name(),
                Integer.toString(number)))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start()
        .waitFor();
  }

  public static void main(String[] arguments) {
    Database database = new Database(arguments[0], arguments[1], arguments[2]);
    CrashPoint point = CrashPoint.valueOf(arguments[4]);
    int number = Integer.parseInt(arguments[5]);
    HttpModel model = new HttpModel(Integer.parseInt(arguments[3]));
    ArmSpec spec = Arms.reading(Specs.matched("greedy"));
    Station enrolling = Station.open(database.source(), model, 1);
    RosterRow roster = enrolling.rosters.arm(spec.experiment(), spec.arm()).orElseThrow();
    Station station =
        Station.open(point.armed(database.source(), number), point.armed(model, number), 8);
    station.interview(spec, roster, 0, Allowance.WITHOUT_LIMIT);
    Runtime.getRuntime().halt(0);
  }
}
