package dev.voxpop.analysis.tabular;

import dev.voxpop.analysis.panel.Item;
import dev.voxpop.instrument.file.Reading;
import dev.voxpop.instrument.file.WaveReader;
import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.wave.Grouping;
import dev.voxpop.instrument.wave.Wave;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The questions of an analysis, from a list on the command line or from a wave file. */
final class Declarations {

  private Declarations() {}

  static List<Variable> of(AnalyseFiles request) throws IOException {
    List<Variable> all = of(request.questions());
    List<String> ids = all.stream().map(variable -> variable.item().id()).toList();
    for (String id : request.reverse()) {
      if (!ids.contains(id)) {
        throw new IllegalArgumentException(
            "Question '%s' is to be reversed, but the questions are %s.%n%s"
                .formatted(id, ids, Sheet.maybe(id, ids)));
      }
    }
    return all.stream()
        .map(v -> request.reverse().contains(v.item().id()) ? v.reversed() : v)
        .toList();
  }

  /** The questions as they are declared, none of them reversed on request. */
  static List<Variable> of(AnalyseFiles.Questions questions) throws IOException {
    return switch (questions) {
      case AnalyseFiles.Questions.Items(String list) -> items(list);
      case AnalyseFiles.Questions.Questionnaire(Path file) -> questionnaire(file);
    };
  }

  private static List<Variable> items(String list) {
    List<Variable> all = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String part : list.split(",", -1)) {
      Variable variable = item(part);
      if (!seen.add(variable.column())) {
        throw new IllegalArgumentException(
            "Question '%s' is declared twice.%nMaybe leave one out.".formatted(variable.column()));
      }
      all.add(variable);
    }
    return all;
  }

  private static Variable item(String part) {
    int colon = part.lastIndexOf(':');
    String levels = part.substring(colon + 1).strip();
    if (colon < 1 || part.substring(0, colon).isBlank() || !levels.matches("[1-9]\\d{0,2}")) {
      throw new IllegalArgumentException(
          "'%s' is no question with its number of options.%nMaybe write it like A1:6."
              .formatted(part));
    }
    if (Integer.parseInt(levels) > Item.MAX_OPTIONS) {
      throw new IllegalArgumentException(
          "'%s' has more than %d options.%nMaybe it is an amount and no choice."
              .formatted(part, Item.MAX_OPTIONS));
    }
    return Variable.ordinal(part.substring(0, colon).strip(), Integer.parseInt(levels));
  }

  /** Groupings that a wave file declares; a list of questions has none. */
  static List<Grouping> groupings(AnalyseFiles.Questions questions) throws IOException {
    return switch (questions) {
      case AnalyseFiles.Questions.Items _ -> List.of();
      case AnalyseFiles.Questions.Questionnaire(Path file) -> wave(file).groupings();
    };
  }

  private static List<Variable> questionnaire(Path file) throws IOException {
    Wave wave = wave(file);
    return wave.select(wave.defaultQuestions()).stream().map(Variable::of).toList();
  }

  private static Wave wave(Path file) throws IOException {
    Reading<Wave> reading =
        WaveReader.with(Waves.shipped().traits())
            .read(bytes(file), String.valueOf(file.getFileName()));
    return switch (reading) {
      case Reading.Accepted<Wave> accepted -> accepted.value();
      case Reading.Refused<Wave> refused ->
          throw new IllegalArgumentException(
              "%s is no questionnaire: %s%nMaybe check it with ./voxpop validate."
                  .formatted(file, refused.problems()));
    };
  }

  private static byte[] bytes(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          "There is no file " + file + ".\nMaybe the path is relative to another folder.", e);
    }
  }
}
