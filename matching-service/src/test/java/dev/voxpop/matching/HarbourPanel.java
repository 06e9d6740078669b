package dev.voxpop.matching;

import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.Question;
import dev.voxpop.instrument.wave.Wave;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows that fit the shipped wave: person i takes option i of every column. */
public final class HarbourPanel {

  private HarbourPanel() {}

  public static String csv(int people) {
    Wave wave = Waves.shipped().require("harbour-city-2026");
    Map<String, List<Integer>> columns = new LinkedHashMap<>();
    for (Question question : wave.questions()) {
      columns.put(
          question.column(), question.scale().options().stream().map(o -> o.code()).toList());
    }
    for (Demographic demographic : wave.demographics()) {
      columns.put(demographic.column(), demographic.options().stream().map(o -> o.code()).toList());
    }
    var text = new StringBuilder("PERSON,WEIGHT," + String.join(",", columns.keySet()) + "\n");
    for (int person = 0; person < people; person++) {
      int row = person;
      text.append("P%04d,%s,".formatted(row, 0.5 + row % 3));
      text.append(
          columns.values().stream()
              .map(codes -> codes.get(row % codes.size()).toString())
              .collect(Collectors.joining(",")));
      text.append('\n');
    }
    return text.toString();
  }
}
