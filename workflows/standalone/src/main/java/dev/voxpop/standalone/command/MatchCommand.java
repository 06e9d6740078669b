package dev.voxpop.standalone.command;

import dev.voxpop.contracts.experiment.TraitCondition;
import dev.voxpop.matching.assignment.Method;
import dev.voxpop.matching.assignment.Specification;
import dev.voxpop.matching.assignment.Surplus;
import dev.voxpop.matching.files.ConditionText;
import dev.voxpop.matching.files.MatchFiles;
import dev.voxpop.matching.files.MatchFilesRequest;
import dev.voxpop.matching.files.MatchFilesRequest.PairFormat;
import dev.voxpop.matching.files.MatchFilesRequest.ProofFile;
import dev.voxpop.matching.files.MatchSummary;
import dev.voxpop.matching.trait.TraitFilter;
import dev.voxpop.standalone.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Matches two tables without any server. */
@Command(
    name = "match",
    description =
        "Pair people with personas from two tables (CSV, Parquet or SPSS); no server is needed.",
    footer =
        "%nExample: ./voxpop match --humans H.csv --personas P.csv --method greedy --out pairs",
    mixinStandardHelpOptions = true)
final class MatchCommand implements Callable<Integer> {

  @Option(
      names = "--humans",
      required = true,
      description = "id and one column of labels per trait")
  private Path humans = Path.of("");

  @Option(names = "--personas", required = true, description = "id and columns trait=label")
  private Path personas = Path.of("");

  @Option(names = "--method", required = true, description = "greedy, maximum-weight or random")
  private String method = "";

  @Option(names = "--out", required = true, description = "folder for the pairs and summary.json")
  private Path out = Path.of("");

  @Option(names = "--capacity", description = "places per persona, for maximum-weight")
  private @Nullable Integer capacity;

  @Option(names = "--reuse-cap", description = "people per persona, for greedy")
  private @Nullable Integer reuseCap;

  @Option(names = "--allow-unmatched", description = "lets people stay without persona")
  private boolean allowUnmatched;

  @Option(names = "--seed", description = "decides among equals (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--include",
      description = "keep people and personas with trait=label|label (personas: @p for their mass)")
  private List<String> include = List.of();

  @Option(names = "--exclude", description = "leave out people and personas with trait=label")
  private List<String> exclude = List.of();

  @Option(names = "--certificate", description = "also writes duals.csv, for maximum-weight")
  private boolean certificate;

  @Option(names = "--format", description = "of the pairs: csv or parquet (default: csv)")
  private String format = "csv";

  @Override
  public Integer call() throws IOException {
    try {
      MatchSummary summary =
          MatchFiles.with(InstantSource.system())
              .run(
                  MatchFilesRequest.of(humans, personas, out, specification())
                      .withFilter(TraitFilter.of(conditions(include), conditions(exclude)))
                      .withFormat(pairs())
                      .withProof(certificate ? ProofFile.WRITE : ProofFile.LEAVE_OUT));
      System.out.println(summary.json());
      return ExitCode.DONE;
    } catch (IllegalArgumentException e) {
      throw new UserError(ExitCode.INVALID, String.valueOf(e.getMessage()));
    }
  }

  private static List<TraitCondition> conditions(List<String> texts) {
    return texts.stream().map(ConditionText::parse).toList();
  }

  private Specification specification() {
    Method chosen = chosen();
    Specification specification = Specification.of(chosen, seed);
    Integer places = chosen == Method.GREEDY ? reuseCap : capacity;
    if (places != null) {
      specification = specification.withCapacity(places);
    }
    return allowUnmatched ? specification.withSurplus(Surplus.ALLOW_UNMATCHED) : specification;
  }

  private PairFormat pairs() {
    return switch (format) {
      case "csv" -> PairFormat.CSV;
      case "parquet" -> PairFormat.PARQUET;
      default ->
          throw new UserError(
              ExitCode.USAGE, "There is no format \"" + format + "\".\nMaybe use csv or parquet.");
    };
  }

  private Method chosen() {
    return switch (method) {
      case "greedy" -> Method.GREEDY;
      case "maximum-weight" -> Method.MAXIMUM_WEIGHT;
      case "random" -> Method.RANDOM;
      default ->
          throw new UserError(
              ExitCode.USAGE,
              "There is no method \""
                  + method
                  + "\".\nMaybe use greedy, maximum-weight or random.");
    };
  }
}
