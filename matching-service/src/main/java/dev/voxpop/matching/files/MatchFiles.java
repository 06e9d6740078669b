package dev.voxpop.matching.files;

import dev.voxpop.matching.assignment.Duals;
import dev.voxpop.matching.assignment.Matching;
import dev.voxpop.matching.assignment.Matchmaker;
import dev.voxpop.matching.assignment.PairFacts;
import dev.voxpop.matching.assignment.Problem;
import dev.voxpop.matching.pairing.PairRows;
import dev.voxpop.matching.pairing.PairedRespondent;
import dev.voxpop.matching.trait.TraitLabels;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Matching from two tables to a table of pairs and a summary.
 *
 * <p>Equal files, specification and seed give equal pairs, byte for byte, whatever the order of
 * rows. Only the summary's seconds differ.
 */
public final class MatchFiles {

  private final InstantSource clock;

  private MatchFiles(InstantSource clock) {
    this.clock = clock;
  }

  /** Returns a matcher that takes the time with a clock. */
  public static MatchFiles with(InstantSource clock) {
    return new MatchFiles(clock);
  }

  /** Reads, matches and writes. */
  public MatchSummary run(MatchFilesRequest request) throws IOException {
    Instant start = clock.instant();
    ReadTables tables = new TraitTables(request).read();
    Problem problem = tables.problem();
    Instant read = clock.instant();
    Matching matching = Matchmaker.with(request.workers()).match(problem, request.specification());
    Instant matched = clock.instant();
    write(request, tables, matching);
    MatchSummary summary =
        MatchSummary.of(
            matching,
            tables,
            new MatchSummary.Seconds(
                seconds(start, read), seconds(read, matched), seconds(matched, clock.instant())));
    Files.writeString(request.output().resolve("summary.json"), summary.json());
    return summary;
  }

  private static void write(MatchFilesRequest request, ReadTables tables, Matching matching)
      throws IOException {
    Files.createDirectories(request.output());
    Problem problem = tables.problem();
    List<TraitLabels> traits = problem.humans().traits();
    Stream<PairedRespondent> rows =
        inOrder(
            PairRows.of(PairFacts.of(matching, request.workers())).stream(),
            tables.excludedHumans());
    switch (request.format()) {
      case CSV -> PairFile.write(request.output().resolve("pairs.csv"), traits, rows);
      case PARQUET -> PairParquet.write(request.output().resolve("pairs.parquet"), traits, rows);
    }
    Optional<Duals> duals = matching.duals();
    if (request.proof() == MatchFilesRequest.ProofFile.WRITE && duals.isPresent()) {
      DualsFile.write(request.output().resolve("duals.csv"), problem, duals.orElseThrow());
    }
  }

  /** People whom filters kept out go where their ids belong. */
  private static Stream<PairedRespondent> inOrder(
      Stream<PairedRespondent> rows, List<String> excluded) {
    return excluded.isEmpty()
        ? rows
        : Stream.concat(rows, excluded.stream().map(PairedRespondent::excluded))
            .sorted(Comparator.comparing(PairedRespondent::respondent));
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }
}
