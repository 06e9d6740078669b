package dev.voxpop.analysis.report;

import dev.voxpop.analysis.comparison.ArmFindings;
import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.report.Block.Paragraph;
import dev.voxpop.analysis.report.Block.Shown;
import dev.voxpop.analysis.report.Enclosures.Pairing;
import dev.voxpop.analysis.report.Table.Row;
import java.util.ArrayList;
import java.util.List;

/** Personas and people: sizes and agreement by arm, then each matching and raking by itself. */
final class MatchingSection {

  private final Findings findings;
  private final Enclosures enclosures;

  MatchingSection(Findings findings, Enclosures enclosures) {
    this.findings = findings;
    this.enclosures = enclosures;
  }

  Section section() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Shown(arms()));
    for (Pairing pairing : enclosures.pairings()) {
      if (pairing.summary().isPresent()) {
        blocks.addAll(new PairingBlocks(pairing, pairing.summary().get()).blocks());
      } else {
        blocks.add(
            new Paragraph(
                "The matching stage says nothing of matching %s, which %s used."
                    .formatted(pairing.matching(), String.join(", ", pairing.arms()))));
      }
    }
    for (Enclosures.Raking raking : enclosures.rakings()) {
      blocks.addAll(new RakingBlocks(raking).blocks());
    }
    return new Section("matching", "Personas and people", blocks);
  }

  private Table arms() {
    List<Row> rows = new ArrayList<>();
    for (ArmFindings arm : findings.arms()) {
      rows.add(
          Row.of(
              arm.id(),
              Integer.toString(arm.size().personas()),
              Integer.toString(arm.size().stories()),
              Numbers.decimals(arm.size().effective(), 1),
              Numbers.percent(arm.fidelity().agreement()),
              Numbers.percent(arm.fidelity().chance()),
              Numbers.three(arm.weightedMean().emdNormalised().value())));
    }
    return new Table(
        "Personas, stories and agreement with the matched person",
        List.of(
            "Arm",
            "Personas",
            "Stories",
            "Effective",
            "Own person's answer",
            "By chance",
            "EMD normalised, weighted"),
        rows,
        List.of(
            "Own person's answer: share of answers equal to those of the person a persona"
                + " stands for; by chance: the same for a random pairing.",
            "Weighted: personas count by the weight of their person."));
  }
}
