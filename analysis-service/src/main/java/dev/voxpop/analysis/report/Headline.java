package dev.voxpop.analysis.report;

import dev.voxpop.analysis.bound.HumanBound;
import dev.voxpop.analysis.comparison.ArmFindings;
import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.comparison.ReferenceFindings;
import dev.voxpop.analysis.distance.MeanDistance;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.structure.MatrixMeasure;
import dev.voxpop.analysis.structure.Preset;
import dev.voxpop.contracts.event.ReportPublished.HeadlineRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The headline numbers as exact decimal texts: human bound, arms nearest first, references. */
public final class Headline {

  /** Id of the human bound's row. */
  public static final String HUMAN_BOUND = "human-split-half";

  private Headline() {}

  /** Rows of a report. */
  public static List<HeadlineRow> of(Findings findings) {
    List<HeadlineRow> rows = new ArrayList<>();
    double alpha = findings.people().reliability().pairwise().value();
    findings.bound().ifPresent(bound -> rows.add(bound(bound, alpha)));
    findings.arms().forEach(arm -> rows.add(arm(arm)));
    findings.references().forEach(reference -> rows.add(reference(reference)));
    return rows;
  }

  private static HeadlineRow bound(HumanBound bound, double alpha) {
    return new HeadlineRow(
        HUMAN_BOUND,
        text(bound.mean(Measure.EMD).mean()),
        text(bound.mean(Measure.EMD_NORMALISED).mean()),
        text(bound.mean(Measure.TV).mean()),
        text(bound.matrix(Preset.CONSISTENT, MatrixMeasure.FROBENIUS).mean()),
        text(alpha));
  }

  private static HeadlineRow arm(ArmFindings arm) {
    return row(
        arm.id(),
        arm.mean(),
        arm.structure(Preset.CONSISTENT).distance().frobenius(),
        arm.reliability().pairwise().value());
  }

  private static HeadlineRow reference(ReferenceFindings reference) {
    double frobenius = reference.structure().map(d -> d.frobenius()).orElse(Double.NaN);
    return row(reference.arm().id(), reference.mean(), frobenius, reference.alpha());
  }

  private static HeadlineRow row(String id, MeanDistance mean, double frobenius, double alpha) {
    return new HeadlineRow(
        id,
        text(mean.emd().value()),
        text(mean.emdNormalised().value()),
        text(mean.tv().value()),
        text(frobenius),
        text(alpha));
  }

  private static @Nullable String text(double value) {
    return Double.isFinite(value) ? Json.number(value) : null;
  }
}
