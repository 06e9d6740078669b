package dev.voxpop.standalone.command;

import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.wave.Wave;
import dev.voxpop.standalone.ExitCode;
import dev.voxpop.standalone.demo.SamplePanel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Draws invented respondents who answer a wave's questions. */
@Command(
    name = "sample-panel",
    description = "Draw a panel of invented respondents from the simulated society, as CSV.",
    footer =
        "%nExample: ./voxpop sample-panel --n 2537 --seed 7 --questionnaire harbour-city-2026 --out panel",
    mixinStandardHelpOptions = true)
final class SamplePanelCommand implements Callable<Integer> {

  @Option(names = "--n", description = "respondents (default: ${DEFAULT-VALUE})")
  private int n = 2537;

  @Option(names = "--seed", description = "seed (default: ${DEFAULT-VALUE})")
  private long seed = 7;

  @Option(names = "--questionnaire", description = "id of a shipped wave, or a wave file")
  private String questionnaire = "harbour-city-2026";

  @Option(names = "--out", description = "folder to write into (default: ${DEFAULT-VALUE})")
  private Path out = Path.of(".");

  @Override
  public Integer call() throws IOException {
    Wave wave = wave();
    Files.createDirectories(out);
    Path file = out.resolve(wave.id() + "-panel.csv");
    Files.writeString(file, SamplePanel.of(wave).csv(n, seed));
    System.out.println("Wrote " + n + " invented respondents to " + file);
    return ExitCode.DONE;
  }

  private Wave wave() throws IOException {
    Path file = Path.of(questionnaire);
    if (!Files.isRegularFile(file)) {
      return Waves.shipped()
          .find(questionnaire)
          .orElseThrow(
              () ->
                  new UserError(
                      ExitCode.INVALID,
                      "There is no wave \""
                          + questionnaire
                          + "\".\nMaybe use one of "
                          + Waves.shipped().ids()));
    }
    return WaveFiles.read(file);
  }
}
