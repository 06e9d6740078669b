package dev.voxpop.matching.files;

import dev.voxpop.matching.assignment.Specification;
import dev.voxpop.matching.assignment.Workers;
import dev.voxpop.matching.trait.TraitFilter;
import java.nio.file.Path;
import java.util.List;

/**
 * Files to match, and how.
 *
 * @param humans table with {@code id} and one column of labels per trait; an empty cell is missing
 * @param personas table with {@code id} and columns {@code trait=label} of counts or probabilities
 * @param output folder for the pairs and {@code summary.json}; made when absent
 * @param traits traits to use, in order; empty for all that both tables have
 * @param smoothing mass added to every label
 * @param filter conditions on people and personas alike
 * @param proof whether the dual values are written too
 * @param format how the pairs are written
 */
public record MatchFilesRequest(
    Path humans,
    Path personas,
    Path output,
    List<String> traits,
    double smoothing,
    TraitFilter filter,
    ProofFile proof,
    PairFormat format,
    Specification specification,
    Workers workers) {

  public MatchFilesRequest {
    traits = List.copyOf(traits);
  }

  /** Returns a request for all shared traits without smoothing. */
  public static MatchFilesRequest of(
      Path humans, Path personas, Path output, Specification specification) {
    return new MatchFilesRequest(
        humans,
        personas,
        output,
        List.of(),
        0,
        TraitFilter.none(),
        ProofFile.LEAVE_OUT,
        PairFormat.CSV,
        specification,
        new Workers(Runtime.getRuntime().availableProcessors()));
  }

  public MatchFilesRequest withFilter(TraitFilter conditions) {
    return new MatchFilesRequest(
        humans,
        personas,
        output,
        traits,
        smoothing,
        conditions,
        proof,
        format,
        specification,
        workers);
  }

  public MatchFilesRequest withFormat(PairFormat wanted) {
    return new MatchFilesRequest(
        humans, personas, output, traits, smoothing, filter, proof, wanted, specification, workers);
  }

  public MatchFilesRequest withProof(ProofFile wanted) {
    return new MatchFilesRequest(
        humans,
        personas,
        output,
        traits,
        smoothing,
        filter,
        wanted,
        format,
        specification,
        workers);
  }

  /** How pairs are written. */
  public enum PairFormat {
    /** As {@code pairs.csv}. */
    CSV,
    /** As {@code pairs.parquet}, with typed columns. */
    PARQUET
  }

  /** Whether the dual values of a maximum-weight matching are written. */
  public enum ProofFile {
    /** As {@code duals.csv}. */
    WRITE,
    /** They are checked all the same. */
    LEAVE_OUT
  }
}
