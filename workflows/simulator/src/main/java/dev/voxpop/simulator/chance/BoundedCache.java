package dev.voxpop.simulator.chance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A cache by key that forgets the least recently used entry. Values are pure functions of their
 * keys, so two threads that miss at once compute the same value twice and nothing else happens.
 */
public final class BoundedCache<V> {
  private final Map<Long, V> entries;

  private BoundedCache(Map<Long, V> entries) {
    this.entries = entries;
  }

  /** An empty cache for at most {@code capacity} entries. */
  public static <V> BoundedCache<V> of(int capacity) {
    return new BoundedCache<>(
        new LinkedHashMap<>(64, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Long, V> eldest) {
            return size() > capacity;
          }
        });
  }

  /** The value of a key, computed on the first call and after it was forgotten. */
  public V get(long key, Supplier<V> compute) {
    @Nullable V known = find(key);
    if (known != null) {
      return known;
    }
    V value = compute.get();
    synchronized (entries) {
      entries.put(key, value);
    }
    return value;
  }

  private @Nullable V find(long key) {
    synchronized (entries) {
      return entries.get(key);
    }
  }
}
