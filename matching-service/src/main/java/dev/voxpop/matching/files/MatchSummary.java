package dev.voxpop.matching.files;

import dev.voxpop.matching.assignment.Certificate;
import dev.voxpop.matching.assignment.Matching;
import dev.voxpop.matching.assignment.PairStatus;
import dev.voxpop.matching.balance.Reuse;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What a match on files came to.
 *
 * @param humans people to match, filtered ones not included
 * @param personas personas to choose from, filtered ones not included
 * @param excludedHumans people whom filters kept out
 * @param excludedPersonas personas whom filters kept out
 * @param total sum of the weights of all pairs
 * @param capacity places per persona that were in force; null = no limit
 * @param certificate proof of optimality; null where the method has none
 */
public record MatchSummary(
    int humans,
    int personas,
    int pairs,
    int distinctPersonas,
    int unmatched,
    int noSupport,
    int excludedHumans,
    int excludedPersonas,
    double total,
    @Nullable Integer capacity,
    @Nullable Certificate certificate,
    Seconds seconds) {

  /** How long the parts took. */
  public record Seconds(double read, double match, double write) {}

  static MatchSummary of(Matching matching, ReadTables tables, Seconds seconds) {
    return new MatchSummary(
        matching.problem().humans().size(),
        matching.problem().personas().size(),
        matching.count(PairStatus.MATCHED),
        Reuse.of(matching).distinct(),
        matching.count(PairStatus.UNMATCHED_CAPACITY),
        matching.count(PairStatus.NO_SUPPORT),
        tables.excludedHumans().size(),
        tables.excludedPersonas(),
        matching.total(),
        matching.capacity().isPresent() ? matching.capacity().getAsInt() : null,
        matching.certificate().orElse(null),
        seconds);
  }

  /** Returns the summary as a JSON document. */
  public String json() {
    var fields = new StringJoiner(",\n  ", "{\n  ", "\n}\n");
    fields.add("\"humans\": " + humans);
    fields.add("\"personas\": " + personas);
    fields.add("\"pairs\": " + pairs);
    fields.add("\"distinctPersonas\": " + distinctPersonas);
    fields.add("\"unmatched\": " + unmatched);
    fields.add("\"noSupport\": " + noSupport);
    fields.add("\"excludedHumans\": " + excludedHumans);
    fields.add("\"excludedPersonas\": " + excludedPersonas);
    fields.add("\"total\": " + total);
    fields.add("\"capacity\": " + capacity);
    fields.add("\"certificate\": " + certificateJson());
    fields.add(
        String.format(
            Locale.ROOT,
            "\"seconds\": {\"read\": %.6f, \"match\": %.6f, \"write\": %.6f}",
            seconds.read(),
            seconds.match(),
            seconds.write()));
    return fields.toString();
  }

  private String certificateJson() {
    if (certificate == null) {
      return "null";
    }
    return "{\"objective\": \"%s\", \"total\": %s, \"bound\": %s, \"gap\": %s, \"violation\": %s, \"solver\": \"%s\"}"
        .formatted(
            certificate.objective().name().toLowerCase(Locale.ROOT),
            certificate.total(),
            certificate.bound(),
            certificate.gap(),
            certificate.violation(),
            certificate.solver());
  }
}
