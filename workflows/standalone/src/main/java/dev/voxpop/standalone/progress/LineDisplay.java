package dev.voxpop.standalone.progress;

import java.io.PrintStream;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A line every five per cent, every ten seconds, and whenever the phase changes. */
final class LineDisplay implements Display {

  private static final long INTERVAL_NANOS = 10_000_000_000L;
  private static final int STEPS = 20;

  private final PrintStream stream;
  private final LongSupplier nanos;
  private final Pace pace = new Pace();
  private @Nullable Snapshot last;
  private long step = -1;
  private long shown;

  LineDisplay(PrintStream stream, LongSupplier nanos) {
    this.stream = stream;
    this.nanos = nanos;
  }

  @Override
  public void show(Snapshot snapshot) {
    long now = nanos.getAsLong();
    pace.note(now, snapshot.done());
    long reached = snapshot.planned() == 0 ? 0 : snapshot.done() * STEPS / snapshot.planned();
    boolean due =
        last == null
            || !snapshot.what().equals(last.what())
            || reached > step
            || now - shown >= INTERVAL_NANOS;
    if (due && !snapshot.equals(last)) {
      stream.println(line(snapshot));
      step = Math.max(step, reached);
      shown = now;
      last = snapshot;
    }
  }

  private String line(Snapshot snapshot) {
    String line =
        String.format(
            Locale.ROOT,
            "%-12s %,9d/%,-9d %3d %%  %,6.0f/s  ETA %s  without value %,d  $%.4f",
            snapshot.what(),
            snapshot.done(),
            snapshot.planned(),
            snapshot.planned() == 0 ? 0 : 100 * snapshot.done() / snapshot.planned(),
            pace.perSecond(),
            minutes(pace.secondsFor(snapshot.planned() - snapshot.done())),
            snapshot.failed(),
            snapshot.micros() / 1e6);
    return snapshot.pools().isEmpty() ? line : line + "  · " + snapshot.pools();
  }

  private static String minutes(OptionalDouble seconds) {
    if (seconds.isEmpty()) {
      return "–";
    }
    long whole = Math.round(seconds.getAsDouble());
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }

  @Override
  public void close() {
    stream.flush();
  }
}
