package dev.voxpop.instrument.trait;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A catalogue of traits and of named sets of them.
 *
 * @param byId all traits by id
 * @param sets trait ids of every named set
 */
public record Traits(Map<String, Trait> byId, Map<String, List<String>> sets) {
  public Traits {
    byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
    Map<String, List<String>> copy = new LinkedHashMap<>();
    sets.forEach((name, ids) -> copy.put(name, List.copyOf(ids)));
    sets = Collections.unmodifiableMap(copy);
  }

  /** Ids of all traits. */
  public Set<String> ids() {
    return byId.keySet();
  }

  /** The trait of an id, or empty. */
  public Optional<Trait> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The trait of an id. */
  public Trait require(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no trait %s.\nMaybe one of %s.".formatted(id, ids())));
  }

  /** The traits of a named set, or empty. */
  public Optional<List<Trait>> set(String name) {
    return Optional.ofNullable(sets.get(name)).map(ids -> ids.stream().map(this::require).toList());
  }

  /** This catalogue with further traits, which replace those of equal id. */
  public Traits with(List<Trait> further) {
    Map<String, Trait> all = new LinkedHashMap<>(byId);
    further.forEach(trait -> all.put(trait.id(), trait));
    return new Traits(all, sets);
  }
}
