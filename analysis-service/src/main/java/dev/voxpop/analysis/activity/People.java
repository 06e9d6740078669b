package dev.voxpop.analysis.activity;

import dev.voxpop.analysis.config.AnalysisConfig;
import dev.voxpop.analysis.panel.Cells;
import dev.voxpop.analysis.panel.Demographics;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.panel.Row;
import dev.voxpop.analysis.panel.WaveItems;
import dev.voxpop.analysis.rest.PeoplePages;
import dev.voxpop.analysis.subgroup.Division;
import dev.voxpop.analysis.subgroup.Group;
import dev.voxpop.contracts.bulk.RespondentRow;
import dev.voxpop.contracts.experiment.SampleSpec;
import dev.voxpop.hosting.peer.PeerPage;
import dev.voxpop.instrument.wave.Grouping;
import dev.voxpop.instrument.wave.Question;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The human sample as a panel, from the matching stage's pages. */
@ApplicationScoped
public class People {

  private final PeoplePages pages;
  private final int pageSize;

  @Inject
  public People(PeoplePages pages, AnalysisConfig config) {
    this.pages = pages;
    this.pageSize = config.pageSize();
  }

  /**
   * People, and what they are grouped by.
   *
   * @param demographics codes by column and person
   */
  record Sample(Panel panel, Demographics demographics) {

    /** A grouping of the wave as groups of these people. */
    Division division(Grouping grouping) {
      Map<String, Integer> own =
          demographics.codes().getOrDefault(grouping.column(), new TreeMap<>());
      List<Group> groups = new ArrayList<>();
      grouping
          .groups()
          .forEach(
              (name, wanted) ->
                  groups.add(
                      new Group(
                          name,
                          own.entrySet().stream()
                              .filter(person -> wanted.contains(person.getValue()))
                              .map(Map.Entry::getKey)
                              .collect(Collectors.toSet()),
                          Set.of())));
      return new Division(grouping.id(), groups);
    }
  }

  Sample sample(SampleSpec sample, List<Question> questions, List<String> demographics) {
    List<String> columns =
        Stream.concat(questions.stream().map(Question::column), demographics.stream())
            .distinct()
            .toList();
    List<Row> rows = new ArrayList<>();
    Map<String, Map<String, Integer>> codes = new HashMap<>();
    PeerPage.all(cursor -> pages.page(sample.draw(), columns, pageSize, cursor))
        .forEach(
            person -> {
              rows.add(row(person, questions));
              keep(codes, person, demographics);
            });
    return new Sample(
        Panel.of(WaveItems.items(questions), rows), Demographics.of(demographics, codes));
  }

  private static void keep(
      Map<String, Map<String, Integer>> codes, RespondentRow person, List<String> demographics) {
    for (String column : demographics) {
      Integer code = person.codes().get(column);
      if (code != null) {
        codes.computeIfAbsent(column, c -> new HashMap<>()).put(person.respondent(), code);
      }
    }
  }

  private static Row row(RespondentRow person, List<Question> questions) {
    List<Integer> cells =
        questions.stream()
            .map(question -> cell(person, question, person.codes().get(question.column())))
            .toList();
    return Row.person(person.respondent(), person.weight(), cells);
  }

  /** A declared code is its option, a refusal code a refusal; nothing else may occur. */
  private static int cell(RespondentRow person, Question question, @Nullable Integer code) {
    if (code == null) {
      return Cells.MISSING;
    }
    if (question.scale().isRefusal(code)) {
      return Cells.REFUSED;
    }
    return question
        .scale()
        .indexOf(code)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Respondent %s has the code %d for question %s, which the wave does not declare.%nMaybe import the sample again."
                        .formatted(person.respondent(), code, question.id())));
  }
}
