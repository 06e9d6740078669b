package dev.voxpop.backstory.activity;

import dev.voxpop.backstory.importing.Selection;
import dev.voxpop.backstory.store.PoolKind;
import dev.voxpop.backstory.store.PoolRecord;
import dev.voxpop.backstory.store.Pools;
import dev.voxpop.backstory.store.StoryRecord;
import dev.voxpop.contracts.experiment.PoolChoice;
import dev.voxpop.contracts.experiment.PoolSpec;
import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.identity.Seed;
import dev.voxpop.hosting.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Imported pools as experiments use them. A specification with an id of its own is a part of the
 * imported pool (long enough stories, the chosen ones) and becomes a pool beside it; with the
 * imported pool's own id it is the whole of it.
 */
@ApplicationScoped
public class ImportedPools {

  private static final int PAGE = 2_000;

  private final Pools pools;

  /** Imported pools of this stage. */
  @Inject
  public ImportedPools(Pools pools) {
    this.pools = pools;
  }

  PoolRecord open(PoolSpec spec) {
    PoolChoice.Import imported = Objects.requireNonNull(spec.source().imported());
    PoolRecord whole =
        pools
            .find(imported.pool())
            .filter(PoolRecord::closed)
            .orElseThrow(
                () ->
                    Failures.of(
                        FailureType.MISSING_DATA,
                        "There is no imported pool %s.\nMaybe import it first."
                            .formatted(imported.pool())));
    if (spec.pool().equals(imported.pool())) {
      return whole;
    }
    return pools.find(spec.pool()).orElseGet(() -> part(spec, imported));
  }

  private PoolRecord part(PoolSpec spec, PoolChoice.Import imported) {
    Map<String, StoryRecord> stories = longEnough(imported);
    List<String> chosen =
        Selection.from(imported.pool(), new Seed(spec.seed()))
            .pick(stories.keySet(), spec.source().select());
    List<StoryRecord> rows = new ArrayList<>();
    for (String id : chosen) {
      rows.add(renumbered(rows.size(), Objects.requireNonNull(stories.get(id))));
    }
    return pools.add(record(spec, rows.size()), rows);
  }

  private static PoolRecord record(PoolSpec spec, int size) {
    String json = Json.write(spec);
    return new PoolRecord(
        spec.pool(), spec.name(), PoolKind.IMPORTED, true, json, "", size, size, true);
  }

  private Map<String, StoryRecord> longEnough(PoolChoice.Import imported) {
    Map<String, StoryRecord> stories = new HashMap<>();
    for (int from = 0; ; from += PAGE) {
      List<StoryRecord> page = pools.stories(imported.pool(), from, PAGE);
      page.stream()
          .filter(story -> story.tokens() > imported.minTokens())
          .forEach(story -> stories.put(story.story(), story));
      if (page.size() < PAGE) {
        return stories;
      }
    }
  }

  private static StoryRecord renumbered(int ordinal, StoryRecord story) {
    return new StoryRecord(
        ordinal,
        story.story(),
        story.passage(),
        story.respondent(),
        story.tokens(),
        story.provenance());
  }
}
