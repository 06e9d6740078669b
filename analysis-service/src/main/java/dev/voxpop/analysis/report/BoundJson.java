package dev.voxpop.analysis.report;

import dev.voxpop.analysis.bound.HumanBound;
import dev.voxpop.analysis.panel.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The human bound as an object. */
final class BoundJson {

  private BoundJson() {}

  /** Spreads by question, of the mean, and of the distances between matrices. */
  static Map<String, @Nullable Object> of(List<Item> items, HumanBound bound) {
    List<Object> questions = new ArrayList<>();
    for (int q = 0; q < bound.questions().size(); q++) {
      Map<String, @Nullable Object> object = new TreeMap<>();
      object.put("id", items.get(q).id());
      bound
          .questions()
          .get(q)
          .forEach((measure, s) -> object.put(measure.key(), NumberJson.spread(s)));
      questions.add(object);
    }
    Map<String, @Nullable Object> mean = new TreeMap<>();
    bound.mean().forEach((measure, spread) -> mean.put(measure.key(), NumberJson.spread(spread)));
    Map<String, @Nullable Object> structure = new TreeMap<>();
    bound
        .structure()
        .forEach(
            (preset, spreads) -> {
              Map<String, @Nullable Object> object = new TreeMap<>();
              spreads.forEach(
                  (measure, spread) -> object.put(measure.key(), NumberJson.spread(spread)));
              structure.put(preset.key(), object);
            });
    return Json.object(
        "splits", bound.splits(), "questions", questions, "mean", mean, "structure", structure);
  }
}
