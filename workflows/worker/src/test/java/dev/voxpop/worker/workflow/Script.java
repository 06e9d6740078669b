package dev.voxpop.worker.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A journal of calls, and what is to happen at one of them. */
public final class Script {

  private record Cue(String prefix, int nth, Supplier<@Nullable Object> action) {}

  private final List<String> journal = new ArrayList<>();
  private final List<Cue> cues = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  /** At the nth call (from 1) that begins with {@code prefix}, do this first. */
  public synchronized void at(String prefix, int nth, Runnable action) {
    answer(
        prefix,
        nth,
        () -> {
          action.run();
          return null;
        });
  }

  /** At the nth call (from 1) that begins with {@code prefix}, answer this; null = as usual. */
  synchronized void answer(String prefix, int nth, Supplier<@Nullable Object> answer) {
    cues.add(new Cue(prefix, nth, answer));
    counts.put(prefix, 0);
  }

  /** Notes a call; the scripted answer or null. */
  public @Nullable Object note(String call) {
    List<Cue> due = new ArrayList<>();
    synchronized (this) {
      journal.add(call);
      notifyAll();
      counts.replaceAll((prefix, count) -> call.startsWith(prefix) ? count + 1 : count);
      cues.stream()
          .filter(cue -> call.startsWith(cue.prefix()))
          .filter(cue -> count(cue) == cue.nth())
          .forEach(due::add);
    }
    Object answer = null;
    for (Cue cue : due) {
      Object said = cue.action().get();
      answer = said == null ? answer : said;
    }
    return answer;
  }

  /** Waits, at most two minutes, until a call that begins with {@code prefix} has been noted. */
  synchronized void await(String prefix) {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (calls(prefix).isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("No call \"" + prefix + "\" in " + journal);
      }
      try {
        wait(100);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private int count(Cue cue) {
    Integer count = counts.get(cue.prefix());
    return count == null ? 0 : count;
  }

  /** Calls that begin with {@code prefix}, in order. */
  public synchronized List<String> calls(String prefix) {
    return journal.stream().filter(call -> call.startsWith(prefix)).toList();
  }
}
