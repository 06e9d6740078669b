package dev.voxpop.analysis.activity;

import dev.voxpop.contracts.experiment.AnalysisChoice;
import dev.voxpop.contracts.experiment.GroupingChoice;
import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.Grouping;
import dev.voxpop.instrument.wave.Question;
import dev.voxpop.instrument.wave.Wave;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the names of groupings in a document stand for: a grouping of the document, one of the wave,
 * or a trait of the wave with one group an answer other than a refusal; two names with a star
 * between them are crossed.
 */
final class GroupingNames {

  private static final String STAR = "\\*";

  private final Wave wave;
  private final AnalysisChoice choice;

  GroupingNames(Wave wave, AnalysisChoice choice) {
    this.wave = wave;
    this.choice = choice;
  }

  /** The names that were asked for; all groupings of the wave when none were. */
  List<String> wanted() {
    return choice.groupings().isEmpty()
        ? wave.groupings().stream().map(Grouping::id).toList()
        : choice.groupings();
  }

  /** The one or two names that a name is made of. */
  static List<String> parts(String name) {
    return Arrays.stream(name.split(STAR, 2)).map(String::strip).toList();
  }

  /** What one name stands for; empty when it is unknown. */
  Optional<Grouping> find(String name) {
    return choice.ownGroupings().stream()
        .filter(own -> own.id().equals(name))
        .findFirst()
        .map(own -> new Grouping(own.id(), own.column(), own.groups()))
        .or(() -> wave.grouping(name))
        .or(
            () ->
                wave.demographics().stream()
                    .filter(d -> d.trait().equals(name))
                    .findFirst()
                    .map(GroupingNames::byAnswer));
  }

  /** Every name that may be asked for. */
  List<String> known() {
    List<String> names = new ArrayList<>();
    choice.ownGroupings().stream().map(GroupingChoice::id).forEach(names::add);
    wave.groupings().stream().map(Grouping::id).forEach(names::add);
    wave.demographics().stream().map(Demographic::trait).forEach(names::add);
    return names.stream().distinct().toList();
  }

  /** Columns of the human data that the wave keeps. */
  List<String> columns() {
    return List.copyOf(
        new TreeSet<>(
            Stream.of(
                    wave.demographics().stream().map(Demographic::column),
                    wave.groupings().stream().map(Grouping::column),
                    wave.questions().stream().map(Question::column))
                .flatMap(names -> names)
                .toList()));
  }

  private static Grouping byAnswer(Demographic demographic) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    demographic
        .options()
        .forEach(
            option ->
                groups
                    .computeIfAbsent(option.text(), text -> new ArrayList<>())
                    .add(option.code()));
    return new Grouping(demographic.trait(), demographic.column(), groups);
  }
}
