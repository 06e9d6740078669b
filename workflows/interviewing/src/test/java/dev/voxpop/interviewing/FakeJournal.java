package dev.voxpop.interviewing;

import dev.voxpop.contracts.run.PauseReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A journal in memory. */
final class FakeJournal implements Journal<FakeResult> {
  private final Map<SeriesKey, Cursor> cursors = new HashMap<>();
  private final Map<SeriesKey, Integer> steps = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private Receipt.Standing standing = Receipt.Standing.CURRENT;
  private boolean shut;
  private boolean others;
  private int entries;
  private int cells;
  private int unannounced;
  private long lost;

  @Override
  public synchronized Receipt<FakeResult> write(Entry<FakeResult> entry) {
    if (shut) {
      throw new StoreUnavailable("shut", new IllegalStateException("shut"));
    }
    entries++;
    FakeResult result = entry.result();
    if (result != null) {
      cells++;
      steps.put(entry.key(), result.step() + 1);
      if (!result.fault().isEmpty()) {
        faults.add(result.fault());
      }
      if (!isCalling(entry.key())) {
        unannounced++;
      }
    }
    lost += entry.bill().lostCalls();
    cursors.put(entry.key(), entry.cursor());
    return new Receipt<>(
        result != null && others ? new FakeResult(result.step(), "") : result,
        standing,
        standing == Receipt.Standing.HALTED ? PauseReason.PROMPT_DRIFT : null,
        "this hash is not that hash");
  }

  synchronized void overtake() {
    standing = Receipt.Standing.OVERTAKEN;
  }

  synchronized void drift() {
    standing = Receipt.Standing.HALTED;
  }

  /** From now on every step holds the result of somebody faster. */
  synchronized void others() {
    others = true;
  }

  synchronized void shut() {
    shut = true;
  }

  synchronized int entries() {
    return entries;
  }

  synchronized int cells() {
    return cells;
  }

  synchronized long lost() {
    return lost;
  }

  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  /** Results of calls that no entry before had announced. */
  synchronized int unannouncedCalls() {
    return unannounced;
  }

  /** Calls that are still announced. */
  synchronized long announced() {
    return cursors.values().stream().filter(c -> c.phase() == Cursor.Phase.CALLING).count();
  }

  synchronized int stepsOf(SeriesKey key) {
    return steps.getOrDefault(key, 0);
  }

  synchronized Cursor.Trouble troubleOf(SeriesKey key) {
    Cursor cursor = cursors.get(key);
    return cursor == null ? Cursor.Trouble.NONE : cursor.trouble();
  }

  private boolean isCalling(SeriesKey key) {
    Cursor cursor = cursors.get(key);
    return cursor != null && cursor.phase() == Cursor.Phase.CALLING;
  }
}
