package dev.voxpop.standalone.run;

import dev.voxpop.contracts.event.ReportPublished.HeadlineRow;
import dev.voxpop.contracts.experiments.RunResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A run's main table as plain text. */
final class HeadlineTable {

  private static final String ROW = "%-22s %8s %8s %8s %10s %8s%n";

  private HeadlineTable() {}

  static String of(RunResult result) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %s, %,d of %,d answers, cost $%.4f%n%n",
            result.experiment(),
            result.state().wireName(),
            result.answered(),
            result.planned(),
            result.micros() / 1e6));
    text.append(
        String.format(Locale.ROOT, ROW, "arm", "EMD", "EMD/max", "TV", "Frobenius", "alpha"));
    for (HeadlineRow row : result.headline()) {
      text.append(
          String.format(
              Locale.ROOT,
              ROW,
              row.arm(),
              number(row.emd()),
              number(row.emdNormalised()),
              number(row.tv()),
              number(row.frobenius()),
              number(row.alpha())));
    }
    return text.toString();
  }

  private static String number(@Nullable String decimal) {
    return decimal == null
        ? "–"
        : new BigDecimal(decimal).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
  }
}
