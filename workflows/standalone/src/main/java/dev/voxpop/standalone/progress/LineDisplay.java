package dev.voxpop.standalone.progress;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A line every five per cent, every ten seconds, and whenever the phase changes. */
final class LineDisplay implements Display {

  private static final long INTERVAL_NANOS = 10_000_000_000L;
  private static final int STEPS = 20;

  private final PrintStream stream;
  private final LongSupplier nanos;
  private final long started;
  private String what = "";
  private long step = -1;
  private long shown;
  private Snapshot last = new Snapshot("", 0, 0, 0, 0);

  LineDisplay(PrintStream stream, LongSupplier nanos) {
    this.stream = stream;
    this.nanos = nanos;
    this.started = nanos.getAsLong();
    this.shown = started;
  }

  @Override
  public void show(Snapshot snapshot) {
    long now = nanos.getAsLong();
    long reached = snapshot.planned() == 0 ? 0 : snapshot.done() * STEPS / snapshot.planned();
    boolean due = !snapshot.what().equals(what) || reached > step || now - shown >= INTERVAL_NANOS;
    if (due && !(snapshot.equals(last) && snapshot.what().equals(what))) {
      stream.println(line(snapshot, now));
      what = snapshot.what();
      step = Math.max(step, reached);
      shown = now;
      last = snapshot;
    }
  }

  private String line(Snapshot snapshot, long now) {
    double seconds = Math.max(1e-3, (now - started) / 1e9);
    double rate = snapshot.done() / seconds;
    long left = snapshot.planned() - snapshot.done();
    String eta = rate < 1 ? "–" : String.format(Locale.ROOT, "%.0f s", left / rate);
    return String.format(
        Locale.ROOT,
        "%-12s %,9d/%,-9d %3d %%  %,6.0f/s  ETA %s  without value %,d  $%.4f",
        snapshot.what(),
        snapshot.done(),
        snapshot.planned(),
        snapshot.planned() == 0 ? 0 : 100 * snapshot.done() / snapshot.planned(),
        rate,
        eta,
        snapshot.failed(),
        snapshot.micros() / 1e6);
  }

  @Override
  public void close() {
    stream.flush();
  }
}
