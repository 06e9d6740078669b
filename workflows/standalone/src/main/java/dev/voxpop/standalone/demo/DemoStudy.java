package dev.voxpop.standalone.demo;

import dev.voxpop.standalone.Backend;
import dev.voxpop.standalone.Installation;
import dev.voxpop.standalone.run.CpuMeter;
import dev.voxpop.standalone.run.ExperimentRun;
import dev.voxpop.standalone.run.Unfinished;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** The shipped study with eleven arms, run to its end. */
public final class DemoStudy {

  private final Installation installation;
  private final Backend backend;
  private final int people;

  /** A study with so many people. */
  public DemoStudy(Installation installation, Backend backend, int people) {
    this.installation = installation;
    this.backend = backend;
    this.people = people;
  }

  /** Runs the study; the answer is the exit code. */
  public int execute() throws IOException, InterruptedException {
    SamplePeople.ensure(installation);
    Unfinished.goOn(backend);
    CpuMeter cpu = CpuMeter.start(installation);
    long begun = System.nanoTime();
    ExperimentRun run = new ExperimentRun(installation, System.out, System.err);
    int code = run.execute(document());
    System.out.printf(
        Locale.ROOT,
        "Time %.1f s; CPU of all processes but the simulator %.1f s, %.2f ms per answer%n",
        (System.nanoTime() - begun) / 1e9,
        cpu.seconds(),
        1e3 * cpu.seconds() / Math.max(1, run.answers()));
    System.out.println("The answers come from a simulator: no language model, no person.");
    return code;
  }

  private byte[] document() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(getClass().getResourceAsStream("/demo/eleven-arms.json"))) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      String id = people == 1000 ? "\"eleven-arms\"" : "\"eleven-arms-" + people + "\"";
      return text.replace("\"id\": \"eleven-arms\"", "\"id\": " + id)
          .replace("\"size\": 1000", "\"size\": " + people)
          .replace("\"stories\": 800", "\"stories\": " + Math.max(1, people * 4 / 5))
          .getBytes(StandardCharsets.UTF_8);
    }
  }
}
