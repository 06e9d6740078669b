package dev.voxpop.standalone.progress;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar that stays on one line of a terminal. */
final class BarDisplay implements Display {

  private final ProgressBar bar =
      new ProgressBarBuilder()
          .setTaskName("starting")
          .setInitialMax(1)
          .setStyle(ProgressBarStyle.UNICODE_BLOCK)
          .setUpdateIntervalMillis(200)
          .setUnit(" answers", 1)
          .showSpeed()
          .build();

  @Override
  public void show(Snapshot snapshot) {
    bar.maxHint(Math.max(1, snapshot.planned()));
    bar.stepTo(snapshot.done());
    bar.setExtraMessage(
        String.format(
            Locale.ROOT,
            "%s%s · without value %,d · $%.4f",
            snapshot.what(),
            snapshot.pools().isEmpty() ? "" : " · " + snapshot.pools(),
            snapshot.failed(),
            snapshot.micros() / 1e6));
  }

  @Override
  public void close() {
    bar.close();
  }
}
