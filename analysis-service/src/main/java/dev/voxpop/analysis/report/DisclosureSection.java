package dev.voxpop.analysis.report;

import dev.voxpop.analysis.comparison.ArmFindings;
import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.compliance.CellRecord;
import dev.voxpop.analysis.compliance.QuestionCompliance;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.Option;
import dev.voxpop.analysis.report.Block.Folded;
import dev.voxpop.analysis.report.Block.Notice;
import dev.voxpop.analysis.report.Block.Shown;
import dev.voxpop.analysis.report.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What was asked of which model, with what oversight, and that no person answered. */
final class DisclosureSection {

  private static final String PROMPT = "prompt ";

  private final Findings findings;

  DisclosureSection(Findings findings) {
    this.findings = findings;
  }

  Section section() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Notice(List.of(origin())));
    blocks.add(new Shown(answering()));
    Table prompts = prompts();
    if (!prompts.rows().isEmpty()) {
      blocks.add(new Shown(prompts));
    }
    blocks.add(new Shown(oversight()));
    blocks.add(new Folded(questions()));
    return new Section("disclosure", "Disclosure", blocks);
  }

  private String origin() {
    return switch (findings.study().answers()) {
      case MODEL ->
          "No person gave any answer of an arm: all were written by the language models named"
              + " here.";
      case SIMULATOR ->
          "No person gave any answer of an arm: all were drawn by a simulator that follows"
              + " invented rules.";
      case IMPORTED ->
          "The answers of the arms come from a file and are treated as those of personas. How"
              + " they came about was not recorded here.";
    };
  }

  private Table answering() {
    List<Row> rows = new ArrayList<>();
    for (ArmFindings arm : findings.arms()) {
      Optional<QuestionCompliance> total = arm.input().compliance().map(all -> all.total());
      rows.add(
          Row.of(
              arm.id(),
              arm.input().facts().getOrDefault("models", ""),
              Integer.toString(arm.size().personas()),
              total.map(t -> Long.toString(t.asked())).orElse(""),
              total.map(t -> Long.toString(t.attempts())).orElse(""),
              total.map(t -> Numbers.percent(t.share(CellRecord.REFUSED))).orElse(""),
              total.map(t -> Numbers.percent(1 - t.share(CellRecord.VALID))).orElse(""),
              arm.input().facts().getOrDefault("cost", "")));
    }
    return new Table(
        "Who answered",
        List.of(
            "Arm",
            "Model: as reported by its provider",
            "Personas",
            "Answers asked for",
            "Draws",
            "Refused",
            "Without a value",
            "Cost"),
        rows,
        List.of(
            "A draw is one text that a model gave; an answer may need several.",
            "Without a value: refused, unreadable, cut off or failed. Nothing was put in place of"
                + " such an answer."));
  }

  private Table prompts() {
    Map<String, TreeSet<String>> users = new TreeMap<>();
    for (ArmFindings arm : findings.arms()) {
      arm.input()
          .facts()
          .forEach(
              (name, hash) -> {
                if (name.startsWith(PROMPT)) {
                  users
                      .computeIfAbsent(
                          name.substring(PROMPT.length()) + "\n" + hash, key -> new TreeSet<>())
                      .add(arm.id());
                }
              });
    }
    List<Row> rows = new ArrayList<>();
    users.forEach(
        (key, arms) -> {
          String[] parts = key.split("\n", 2);
          rows.add(Row.of(parts[0], parts[1], String.join(", ", arms)));
        });
    return Table.of("Fixed texts of prompts", List.of("Text", "SHA-256", "Arms"), rows);
  }

  private Table oversight() {
    Map<String, String> facts = findings.study().facts();
    String weights = facts.getOrDefault("Survey weights", "as given with the people's data");
    return Table.of(
        "Oversight",
        List.of("Question", "Answer"),
        List.of(
            Row.of(
                "How were texts turned into values?",
                "By fixed rules, the same for every answer; a text without exactly one option has"
                    + " no value and is counted."),
            Row.of(
                "Did a person check answers?",
                "No person read, chose or corrected single answers before they were counted."),
            Row.of(
                "Can answers go missing?",
                "Every planned answer ends in one state; planned and stored answers are counted"
                    + " and compared by checksum before a report is written."),
            Row.of("Who are the people?", "Respondents of a survey; weights: " + weights + "."),
            Row.of(
                "What must this not be used for?",
                "To speak for any person or group, or to replace asking them. Models repeat what"
                    + " they were trained on and leave out whom they never met."),
            Row.of(
                "How can it be checked?",
                "Every number can be computed again from the exported rows; the manifest names"
                    + " every file with its SHA-256.")));
  }

  private Table questions() {
    List<Row> rows = new ArrayList<>();
    for (Item item : findings.study().items()) {
      String options =
          item.options().stream().map(DisclosureSection::option).collect(Collectors.joining("; "));
      rows.add(Row.of(item.id(), item.text(), options));
    }
    return Table.of("What was asked", List.of("Question", "Wording", "Options"), rows);
  }

  private static String option(Option option) {
    return option.code().equals(option.text())
        ? option.code()
        : option.code() + " " + option.text();
  }
}
