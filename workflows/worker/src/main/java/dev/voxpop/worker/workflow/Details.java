package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiments.Admission;
import dev.voxpop.contracts.experiments.RunPhase;
import dev.voxpop.contracts.workflow.ArmProgress;
import dev.voxpop.contracts.workflow.RunProgress;
import java.util.Collection;
import java.util.Locale;

/** A run's current details in Markdown: numbers and names only, never model text. */
final class Details {

  private Details() {}

  /** State, plan and one row per part. */
  static String markdown(
      Admission admission, RunProgress progress, Collection<ArmProgress> parts, String detail) {
    StringBuilder text = new StringBuilder();
    text.append("**").append(progress.state().wireName()).append("** · ");
    text.append(progress.phase().wireName());
    if (progress.reason() != null) {
      text.append(" · paused: **").append(progress.reason().wireName()).append("**");
    }
    if (!detail.isEmpty()) {
      text.append(" · ").append(plain(detail));
    }
    text.append("\n\n");
    parts(text, parts);
    plan(text, admission, progress);
    return text.toString();
  }

  private static void parts(StringBuilder text, Collection<ArmProgress> parts) {
    if (parts.isEmpty()) {
      return;
    }
    text.append("| part | done | of | without value | cost |\n|---|--:|--:|--:|--:|\n");
    for (ArmProgress part : parts) {
      String name = part.path().substring(part.path().indexOf('/') + 1);
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %,d | %,d | %,d | $%.4f |\n",
              name,
              part.done(),
              part.planned(),
              part.failed(),
              part.micros() / 1e6));
    }
  }

  private static void plan(StringBuilder text, Admission admission, RunProgress progress) {
    if (progress.phase() != RunPhase.VALIDATION && !progress.parts().isEmpty()) {
      return;
    }
    text.append("\nPlan\n\n");
    admission.plan().lines().forEach(line -> text.append("- ").append(line).append('\n'));
  }

  /** A single short line without Markdown's own marks. */
  private static String plain(String detail) {
    String line = detail.lines().findFirst().orElse("").replaceAll("[|*_`<>\\[\\]]", " ");
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }
}
