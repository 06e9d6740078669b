package dev.voxpop.standalone.demo;

import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.DemographicOption;
import dev.voxpop.instrument.wave.Option;
import dev.voxpop.instrument.wave.Question;
import dev.voxpop.instrument.wave.Refusal;
import dev.voxpop.instrument.wave.ScaleKind;
import dev.voxpop.instrument.wave.Wave;
import dev.voxpop.simulator.society.PanelAnswer;
import dev.voxpop.simulator.society.PanelGenerator;
import dev.voxpop.simulator.society.PanelQuestion;
import dev.voxpop.simulator.society.PanelRespondent;
import dev.voxpop.simulator.society.PanelTrait;
import dev.voxpop.simulator.trait.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A panel of invented respondents, drawn from the simulated society and coded as a wave file says.
 * No row stands for a person.
 */
public final class SamplePanel {

  private final Wave wave;
  private final List<Demographic> demographics;
  private final PanelGenerator generator;

  private SamplePanel(Wave wave) {
    this.wave = wave;
    this.demographics =
        wave.demographics().stream().filter(d -> trait(d.trait()).isPresent()).toList();
    this.generator =
        PanelGenerator.of(
            wave.questions().stream().map(SamplePanel::question).toList(),
            demographics.stream().map(SamplePanel::demographic).toList());
  }

  /** Panels that answer the questions of {@code wave}. */
  public static SamplePanel of(Wave wave) {
    return new SamplePanel(wave);
  }

  /** {@code n} respondents as CSV with a header; the same seed gives the same bytes. */
  public String csv(int n, long seed) {
    StringBuilder csv = new StringBuilder(header()).append('\n');
    for (PanelRespondent respondent : generator.draw(n, seed)) {
      csv.append(row(respondent)).append('\n');
    }
    return csv.toString();
  }

  private String header() {
    List<String> columns = new ArrayList<>();
    columns.add(wave.human().key());
    wave.human().weight().ifPresent(columns::add);
    demographics.forEach(demographic -> columns.add(demographic.column()));
    wave.questions().forEach(question -> columns.add(question.column()));
    return String.join(",", columns);
  }

  private String row(PanelRespondent respondent) {
    List<String> cells = new ArrayList<>();
    cells.add(respondent.key());
    wave.human()
        .weight()
        .ifPresent(column -> cells.add(String.format(Locale.ROOT, "%.4f", respondent.weight())));
    for (Demographic demographic : demographics) {
      cells.add(code(demographic, answer(respondent.demographics().get(demographic.trait()))));
    }
    for (Question question : wave.questions()) {
      cells.add(code(question, answer(respondent.answers().get(question.id()))));
    }
    return String.join(",", cells);
  }

  private static PanelAnswer answer(@Nullable PanelAnswer answer) {
    return Objects.requireNonNull(answer);
  }

  private static String code(Demographic demographic, PanelAnswer answer) {
    List<DemographicOption> options = demographic.options();
    return switch (answer) {
      case PanelAnswer.Chosen chosen -> Integer.toString(options.get(chosen.option()).code());
      case PanelAnswer.Refused refused -> refusal(demographic.refusals());
    };
  }

  private static String code(Question question, PanelAnswer answer) {
    List<Option> options = question.scale().options();
    return switch (answer) {
      case PanelAnswer.Chosen chosen -> Integer.toString(options.get(chosen.option()).code());
      case PanelAnswer.Refused refused -> refusal(question.scale().refusals());
    };
  }

  /** The first refusal code; an empty cell, which is missing, where there is none. */
  private static String refusal(List<Refusal> refusals) {
    return refusals.isEmpty() ? "" : Integer.toString(refusals.getFirst().code());
  }

  private static PanelQuestion question(Question question) {
    return new PanelQuestion(
        question.id(),
        question.text(),
        question.scale().options().stream().map(Option::text).toList(),
        question.scale().kind() == ScaleKind.ORDINAL
            ? PanelQuestion.Kind.ORDINAL
            : PanelQuestion.Kind.NOMINAL);
  }

  private static PanelTrait demographic(Demographic demographic) {
    return new PanelTrait(
        demographic.trait(),
        trait(demographic.trait()).orElseThrow(),
        demographic.options().stream().map(DemographicOption::text).toList());
  }

  /** The society's trait behind a trait id: {@code age_4} is its age. */
  private static Optional<Trait> trait(String id) {
    String name = id.split("_", 2)[0].toUpperCase(Locale.ROOT);
    return List.of(Trait.values()).stream().filter(t -> t.name().equals(name)).findFirst();
  }
}
