package dev.voxpop.interviewing;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What this process knows of the answers and refusals of one model alias.
 *
 * <p>A refused request is the request's own fault only if the same alias has answered another one
 * since; until then it may as well be the configuration's, which must not turn into answers.
 */
public final class AliasHealth {
  private static final int MOST_NOTED = 10_000;

  private final Map<SeriesKey, Long> refusedAt =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SeriesKey, Long> eldest) {
          return size() > MOST_NOTED;
        }
      };
  private long successes;
  private int refusals;
  private int lastStatus;
  private long locks;

  /** The alias answered. */
  synchronized void succeeded() {
    successes++;
    refusals = 0;
  }

  /** The alias refused a request for good; returns how many times in a row for this status. */
  synchronized int refused(int status) {
    refusals = status == lastStatus ? refusals + 1 : 1;
    lastStatus = status;
    return refusals;
  }

  /**
   * Whether the alias has answered others since it first refused this series' request; notes the
   * refusal when it is the first.
   */
  synchronized boolean answeredSinceRefusing(SeriesKey key) {
    Long first = refusedAt.putIfAbsent(key, successes);
    boolean answered = first != null && successes > first;
    if (answered) {
      refusedAt.remove(key);
    }
    return answered;
  }

  /** The alias does not know our key. */
  synchronized void locked() {
    locks++;
  }

  /** How often the alias did not know our key; a batch stops when this changes. */
  synchronized long locks() {
    return locks;
  }
}
