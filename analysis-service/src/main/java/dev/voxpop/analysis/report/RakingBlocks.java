package dev.voxpop.analysis.report;

import dev.voxpop.analysis.matched.RakedPersonas;
import dev.voxpop.analysis.matched.RakedPersonas.Issued;
import dev.voxpop.analysis.matched.RakedPersonas.Margin;
import dev.voxpop.analysis.report.Block.Fact;
import dev.voxpop.analysis.report.Block.Facts;
import dev.voxpop.analysis.report.Block.Notice;
import dev.voxpop.analysis.report.Block.Shown;
import dev.voxpop.analysis.report.Enclosures.Raking;
import dev.voxpop.analysis.report.Table.Cell;
import dev.voxpop.analysis.report.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One raking: its weights, and margins before and after; or why there are no weights. */
final class RakingBlocks {

  private final Raking raking;
  private final RakedPersonas summary;

  RakingBlocks(Raking raking) {
    this.raking = raking;
    this.summary = raking.summary();
  }

  List<Block> blocks() {
    Issued issued = summary.issued();
    return issued == null
        ? List.of(
            new Notice(
                List.of(
                    "Raking %s issued no weights; unweighted: %s. %s"
                        .formatted(
                            raking.raking(),
                            String.join(", ", raking.arms()),
                            String.valueOf(summary.problem()).replace('\n', ' ')))))
        : List.of(glance(issued), new Shown(margins(issued)));
  }

  private Facts glance(Issued issued) {
    return new Facts(
        List.of(
            new Fact(
                "Personas weighed",
                Integer.toString(summary.personas()),
                raking.raking() + " for " + String.join(", ", raking.arms())),
            new Fact(
                "Weights",
                Numbers.three(issued.smallest()) + " to " + Numbers.three(issued.largest()),
                "mean 1"),
            new Fact(
                "Effective number",
                Numbers.decimals(issued.effectiveSize(), 1),
                "design effect " + Numbers.three(issued.designEffect())),
            new Fact(
                "Largest margin error",
                String.format(Locale.ROOT, "%.1e", issued.errorAfter()),
                "%s before, %d rounds"
                    .formatted(Numbers.three(issued.errorBefore()), issued.rounds()))));
  }

  private Table margins(Issued issued) {
    List<Row> rows = new ArrayList<>();
    for (Margin margin : issued.margins()) {
      rows.add(
          Row.of(
              List.of(
                  Cell.of(margin.trait() + ": " + margin.label()),
                  Cell.of(Numbers.percent(margin.target())),
                  Cell.of(Numbers.percent(margin.before())),
                  Cell.of(Numbers.percent(margin.after())))));
    }
    return new Table(
        "Margins before and after raking " + raking.raking(),
        List.of("Label", "People, weighted", "Personas", "Personas, weighted"),
        rows,
        notes());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Weights: nearest to equal ones in Kullback and Leibler's sense that give the personas the"
            + " margins of the people.");
    mention(notes, "People without label, left out of the margin", summary.withoutLabel());
    mention(notes, "Personas of whom nothing is known, taken as uniform", summary.undetermined());
    return notes;
  }

  private static void mention(List<String> notes, String what, Map<String, Integer> counts) {
    String some =
        counts.entrySet().stream()
            .filter(count -> count.getValue() > 0)
            .map(count -> count.getKey() + " " + count.getValue())
            .collect(Collectors.joining(", "));
    if (!some.isEmpty()) {
      notes.add(what + ": " + some + ".");
    }
  }
}
