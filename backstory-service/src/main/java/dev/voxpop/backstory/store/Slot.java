package dev.voxpop.backstory.store;

import dev.voxpop.backstory.slot.SlotEnd.Winner;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A slot of a pool.
 *
 * @param respondent the person it is written for; null when it is for nobody
 * @param codes that person's codes by trait
 * @param open whether it has not ended
 * @param reason why it ended without a story; null otherwise
 * @param winner its story; null otherwise
 */
public record Slot(
    int slot,
    @Nullable String respondent,
    SortedMap<String, Integer> codes,
    boolean open,
    @Nullable String reason,
    @Nullable Winner winner) {

  /** Copies the map. */
  public Slot {
    codes = Collections.unmodifiableSortedMap(new TreeMap<>(codes));
  }

  /** A slot for nobody in particular. */
  public static Slot free(int slot) {
    return new Slot(slot, null, new TreeMap<>(), true, null, null);
  }

  /** A slot for a respondent. */
  public static Slot forRespondent(int slot, String respondent, Map<String, Integer> codes) {
    return new Slot(slot, respondent, new TreeMap<>(codes), true, null, null);
  }
}
