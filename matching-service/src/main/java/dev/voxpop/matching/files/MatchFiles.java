package dev.voxpop.matching.files;

import dev.voxpop.matching.assignment.Matching;
import dev.voxpop.matching.assignment.Matchmaker;
import dev.voxpop.matching.assignment.PairFacts;
import dev.voxpop.matching.assignment.Problem;
import dev.voxpop.matching.pairing.PairRows;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

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
    Problem problem = new TraitTables(request).read();
    Instant read = clock.instant();
    Matching matching = Matchmaker.with(request.workers()).match(problem, request.specification());
    Instant matched = clock.instant();
    Files.createDirectories(request.output());
    PairFile.write(
        request.output().resolve("pairs.csv"),
        problem.humans().traits(),
        PairRows.of(PairFacts.of(matching, request.workers())).stream());
    MatchSummary summary =
        MatchSummary.of(
            matching,
            new MatchSummary.Seconds(
                seconds(start, read), seconds(read, matched), seconds(matched, clock.instant())));
    Files.writeString(request.output().resolve("summary.json"), summary.json());
    return summary;
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }
}
