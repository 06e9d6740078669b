package dev.voxpop.standalone.command;

import dev.voxpop.matching.files.RakeFiles;
import dev.voxpop.matching.files.RakeFilesRequest;
import dev.voxpop.matching.population.MarginLine;
import dev.voxpop.matching.population.Membership;
import dev.voxpop.matching.population.RakedWeights;
import dev.voxpop.matching.population.Trim;
import dev.voxpop.standalone.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Weighs personas to the margins of a population without any server. */
@Command(
    name = "rake",
    description = "Weigh personas to the margins of a population, both from tables.",
    footer = "%nExample: ./voxpop rake --personas P.csv --margins M.csv --out weights",
    mixinStandardHelpOptions = true)
final class RakeCommand implements Callable<Integer> {

  @Option(names = "--personas", required = true, description = "id and columns trait=label")
  private Path personas = Path.of("");

  @Option(
      names = "--margins",
      required = true,
      description = "trait, label, share; into names a label to count one with")
  private Path margins = Path.of("");

  @Option(names = "--out", required = true, description = "folder for weights.csv")
  private Path out = Path.of("");

  @Option(names = "--fractional", description = "personas belong to labels by mass, not wholly")
  private boolean fractional;

  @Option(names = "--base", paramLabel = "COL", description = "column of base weights")
  private @Nullable String base;

  @Option(names = "--trim", arity = "2", description = "least and most weight, times the mean")
  private double @Nullable [] trim;

  @Override
  public Integer call() throws IOException {
    try {
      print(
          RakeFiles.run(
              new RakeFilesRequest(
                  personas,
                  margins,
                  out,
                  fractional ? Membership.FRACTIONAL : Membership.MODAL,
                  Optional.ofNullable(base),
                  Optional.ofNullable(trim).map(range -> new Trim(range[0], range[1])))));
      return ExitCode.DONE;
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new UserError(ExitCode.INVALID, String.valueOf(e.getMessage()));
    }
  }

  private static void print(RakedWeights weights) {
    System.out.printf(
        Locale.ROOT,
        "%d personas, %d rounds, weights %.4f to %.4f, design effect %.6f, effective size %.4f, margin error %.1e%n",
        weights.weights().size(),
        weights.rounds(),
        weights.smallest(),
        weights.largest(),
        weights.designEffect(),
        weights.effectiveSize(),
        weights.marginError());
    for (int line = 0; line < weights.after().size(); line++) {
      MarginLine after = weights.after().get(line);
      System.out.printf(
          Locale.ROOT,
          "%s = %s: target %.6f, before %.6f, after %.6f%n",
          after.trait(),
          after.label(),
          after.target(),
          weights.before().get(line).share(),
          after.share());
    }
  }
}
