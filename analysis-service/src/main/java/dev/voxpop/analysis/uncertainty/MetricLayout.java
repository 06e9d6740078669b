package dev.voxpop.analysis.uncertainty;

import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.structure.MatrixMeasure;
import dev.voxpop.analysis.structure.Preset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The place of every metric of a comparison in one vector. */
public final class MetricLayout {

  private static final int MEASURES = Measure.values().length;

  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final int[] first;

  private MetricLayout(List<Item> items) {
    for (Measure measure : Measure.values()) {
      add(mean(measure));
    }
    for (Preset preset : Preset.values()) {
      for (MatrixMeasure measure : MatrixMeasure.values()) {
        add(matrix(preset, measure));
      }
    }
    add(alpha());
    add(uniform());
    first = new int[items.size()];
    for (int q = 0; q < first.length; q++) {
      Item item = items.get(q);
      first[q] = names.size();
      for (Measure measure : Measure.values()) {
        add(question(item, measure));
      }
      for (int k = 0; k < item.levels(); k++) {
        add(share(item, k));
      }
    }
  }

  /** The layout for these questions. */
  public static MetricLayout of(List<Item> items) {
    return new MetricLayout(items);
  }

  /** Name of the mean of a distance over questions. */
  public static String mean(Measure measure) {
    return measure.key() + "/mean";
  }

  /** Name of a distance of one question. */
  public static String question(Item item, Measure measure) {
    return measure.key() + "/question/" + item.id();
  }

  /** Name of a persona share. */
  public static String share(Item item, int option) {
    return "share/" + item.id() + "/" + option;
  }

  /** Name of a distance between matrices. */
  public static String matrix(Preset preset, MatrixMeasure measure) {
    return measure.key() + "/" + preset.key();
  }

  /** Name of the personas' alpha. */
  public static String alpha() {
    return "alpha";
  }

  /** Name of the mean normalised distance of uniform answers from the people. */
  public static String uniform() {
    return "uniform/" + mean(Measure.EMD_NORMALISED);
  }

  /** Name of the place of an arm between uniform answers and two halves of the people. */
  public static String skill() {
    return "skill";
  }

  /** Names in order. */
  public List<String> names() {
    return List.copyOf(names);
  }

  /** Number of metrics. */
  public int size() {
    return names.size();
  }

  /** Place of a name. */
  public int place(String name) {
    Integer place = places.get(name);
    if (place == null) {
      throw new IllegalArgumentException(
          "No metric '" + name + "'.\nMaybe the question is not asked.");
    }
    return place;
  }

  /** Place of the first distance of the question with this number; the others follow. */
  int distances(int question) {
    return first[question];
  }

  /** Place of the first persona share of the question with this number; the others follow. */
  int shares(int question) {
    return first[question] + MEASURES;
  }

  private void add(String name) {
    places.put(name, names.size());
    names.add(name);
  }
}
