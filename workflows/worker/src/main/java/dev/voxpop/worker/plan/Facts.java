package dev.voxpop.worker.plan;

import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import dev.voxpop.contracts.run.CheckReport.SampleFacts;
import dev.voxpop.contracts.run.CheckReport.WaveFacts;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the owners know of the things a document names.
 *
 * @param auditCells the design of the document's audit; empty without one
 */
record Facts(
    @Nullable WaveFacts waveOrNull,
    @Nullable SampleFacts sampleOrNull,
    Map<String, ModelFacts> models,
    Map<String, Integer> pools,
    List<List<Integer>> auditCells) {

  Facts {
    models = Collections.unmodifiableMap(new TreeMap<>(models));
    pools = Collections.unmodifiableMap(new TreeMap<>(pools));
    auditCells = List.copyOf(auditCells);
  }

  /** The facts of all reports together. */
  static Facts of(List<CheckReport> reports) {
    Map<String, ModelFacts> models = new TreeMap<>();
    Map<String, Integer> pools = new TreeMap<>();
    reports.forEach(report -> report.models().forEach(m -> models.put(m.alias(), m)));
    reports.forEach(report -> pools.putAll(report.pools()));
    return new Facts(
        reports.stream().map(CheckReport::wave).filter(Objects::nonNull).findFirst().orElse(null),
        reports.stream().map(CheckReport::sample).filter(Objects::nonNull).findFirst().orElse(null),
        models,
        pools,
        reports.stream().flatMap(report -> report.auditCells().stream()).toList());
  }

  /** Whether enough is known to settle a document. */
  boolean complete() {
    return waveOrNull != null && sampleOrNull != null;
  }

  WaveFacts wave() {
    return Objects.requireNonNull(waveOrNull);
  }

  SampleFacts sample() {
    return Objects.requireNonNull(sampleOrNull);
  }

  /** What an alias stands for; a stage that was not asked knows nothing of it. */
  Optional<ModelFacts> model(String alias) {
    return Optional.ofNullable(models.get(alias));
  }

  /** What makes an alias the model it is, for identities. */
  String identity(String alias) {
    return model(alias).map(m -> alias + "=" + m.model() + "/" + m.kind()).orElse(alias);
  }
}
