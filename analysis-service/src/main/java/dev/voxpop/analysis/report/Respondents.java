package dev.voxpop.analysis.report;

import dev.voxpop.analysis.comparison.Study;
import dev.voxpop.analysis.panel.Demographics;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.tables.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What exports say of a matched person beside the id: the survey weight and demographic codes. */
public final class Respondents {

  /** Column of the survey weight. */
  public static final String WEIGHT = "human_weight";

  /** Stands before the name of a demographic column. */
  public static final String CODE = "code_";

  /** Nobody is known. */
  public static final Respondents NOBODY = new Respondents(Map.of(), Demographics.NONE);

  private final Map<String, Double> weights;
  private final Demographics demographics;

  private Respondents(Map<String, Double> weights, Demographics demographics) {
    this.weights = weights;
    this.demographics = demographics;
  }

  /** The people of a study. */
  public static Respondents of(Study study) {
    return of(study.people(), study.demographics());
  }

  /** These people. */
  public static Respondents of(Panel people, Demographics demographics) {
    Map<String, Double> weights = new HashMap<>();
    for (int row = 0; row < people.rowIds().size(); row++) {
      weights.put(people.rowIds().get(row), people.weight(row));
    }
    return new Respondents(weights, demographics);
  }

  /** People with these weights and codes. */
  public static Respondents of(Map<String, Double> weights, Demographics demographics) {
    return new Respondents(Map.copyOf(weights), demographics);
  }

  /** The columns that are added to a row. */
  public List<Column> columns() {
    List<Column> columns = new ArrayList<>(List.of(Column.number(WEIGHT)));
    demographics.columns().forEach(column -> columns.add(Column.whole(CODE + column)));
    return columns;
  }

  /** Adds the values of a person to a row; nulls for nobody and for somebody unknown. */
  public void append(List<@Nullable Object> values, @Nullable String respondent) {
    values.add(respondent == null ? null : weights.get(respondent));
    for (String column : demographics.columns()) {
      values.add(respondent == null ? null : demographics.code(column, respondent));
    }
  }
}
