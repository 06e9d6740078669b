package dev.voxpop.analysis.activity;

import dev.voxpop.analysis.config.AnalysisConfig;
import dev.voxpop.analysis.panel.Cells;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.panel.Row;
import dev.voxpop.analysis.panel.WaveItems;
import dev.voxpop.analysis.rest.PeoplePages;
import dev.voxpop.contracts.bulk.RespondentRow;
import dev.voxpop.contracts.experiment.SampleSpec;
import dev.voxpop.instrument.wave.Question;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
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

  Panel panel(SampleSpec sample, List<Question> questions) {
    List<String> columns = questions.stream().map(Question::column).distinct().toList();
    List<Row> rows = new ArrayList<>();
    String cursor = null;
    do {
      PeoplePages.Page page = pages.page(sample.draw(), columns, pageSize, cursor);
      page.rows().forEach(person -> rows.add(row(person, questions)));
      cursor = page.next().orElse(null);
    } while (cursor != null);
    return Panel.of(WaveItems.items(questions), rows);
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
