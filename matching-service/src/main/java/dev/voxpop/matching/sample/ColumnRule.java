package dev.voxpop.matching.sample;

import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.Grouping;
import dev.voxpop.instrument.wave.Question;
import dev.voxpop.instrument.wave.Wave;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a wave says about one column of its human data.
 *
 * @param column name in the data
 * @param declared codes that may occur; empty when the wave does not say
 * @param refusals codes that mean refused
 * @param texts code of each option text
 */
record ColumnRule(
    String column, Set<Integer> declared, Set<Integer> refusals, Map<String, Integer> texts) {

  ColumnRule {
    declared = Set.copyOf(declared);
    refusals = Set.copyOf(refusals);
    texts = Map.copyOf(texts);
  }

  /** Returns the rules of all columns that questions, demographics and groupings name. */
  static List<ColumnRule> of(Wave wave) {
    Map<String, Draft> drafts = new LinkedHashMap<>();
    for (Question question : wave.questions()) {
      draft(drafts, question.column()).add(question);
    }
    for (Demographic demographic : wave.demographics()) {
      draft(drafts, demographic.column()).add(demographic);
    }
    for (Grouping grouping : wave.groupings()) {
      draft(drafts, grouping.column());
    }
    return drafts.values().stream().map(Draft::finish).toList();
  }

  /** Whether a code may occur. */
  boolean allows(int code) {
    return declared.isEmpty() || declared.contains(code);
  }

  private static Draft draft(Map<String, Draft> drafts, String column) {
    return drafts.computeIfAbsent(column, Draft::new);
  }

  private static final class Draft {

    private final String column;
    private final Set<Integer> declared = new TreeSet<>();
    private final Set<Integer> refusals = new TreeSet<>();
    private final Map<String, Integer> texts = new TreeMap<>();

    Draft(String column) {
      this.column = column;
    }

    void add(Question question) {
      question.scale().options().forEach(option -> declare(option.code(), option.text()));
      question.scale().refusals().forEach(refusal -> refuse(refusal.code(), refusal.text()));
    }

    void add(Demographic demographic) {
      demographic.options().forEach(option -> declare(option.code(), option.text()));
      demographic.refusals().forEach(refusal -> refuse(refusal.code(), refusal.text()));
    }

    ColumnRule finish() {
      return new ColumnRule(column, declared, refusals, texts);
    }

    private void declare(int code, String text) {
      declared.add(code);
      if (!text.isBlank()) {
        texts.put(text, code);
      }
    }

    private void refuse(int code, String text) {
      declare(code, text);
      refusals.add(code);
    }
  }
}
