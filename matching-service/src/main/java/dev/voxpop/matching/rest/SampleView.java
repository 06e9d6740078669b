package dev.voxpop.matching.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.voxpop.hosting.Json;
import dev.voxpop.matching.sample.SampleSummary;
import dev.voxpop.matching.store.HumanSampleRow;
import org.jspecify.annotations.Nullable;

/**
 * A human sample as it is shown: counts and hashes, no people.
 *
 * @param summary only where one sample is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SampleView(
    String id,
    String contentHash,
    String wave,
    String waveHash,
    int people,
    @Nullable SampleSummary summary) {

  static SampleView brief(HumanSampleRow row) {
    return new SampleView(row.id, row.contentHash, row.wave, row.waveHash, row.people, null);
  }

  static SampleView full(HumanSampleRow row) {
    return new SampleView(
        row.id,
        row.contentHash,
        row.wave,
        row.waveHash,
        row.people,
        Json.read(row.summary, SampleSummary.class));
  }
}
