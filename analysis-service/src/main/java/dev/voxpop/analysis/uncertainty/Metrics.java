package dev.voxpop.analysis.uncertainty;

import dev.voxpop.analysis.distance.Distance;
import dev.voxpop.analysis.distance.MeanDistance;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.distance.NominalEmd;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.structure.MatrixDistance;
import dev.voxpop.analysis.structure.MatrixMeasure;
import dev.voxpop.analysis.structure.Preset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All metrics of a comparison of two sides, as one vector in the order of a layout. */
public final class Metrics {

  private final MetricLayout layout;
  private final double[] values;

  private Metrics(MetricLayout layout) {
    this.layout = layout;
    this.values = new double[layout.size()];
    Arrays.fill(values, Double.NaN);
  }

  /** Metrics of personas against people, in the order of the layout. */
  public static Metrics of(Questions questions, SideValues people, SideValues personas) {
    Metrics metrics = new Metrics(questions.layout());
    List<Distance> distances = new ArrayList<>();
    for (int q = 0; q < questions.items().size(); q++) {
      distances.add(metrics.question(questions, q, people, personas));
    }
    int place = 0;
    MeanDistance mean = Distance.mean(distances);
    for (Measure measure : Measure.values()) {
      metrics.values[place++] = mean.get(measure).value();
    }
    for (Preset preset : Preset.values()) {
      MatrixDistance distance =
          MatrixDistance.between(people.matrix(preset), personas.matrix(preset));
      for (MatrixMeasure measure : MatrixMeasure.values()) {
        metrics.values[place++] = distance.get(measure);
      }
    }
    metrics.values[place++] = personas.alpha();
    metrics.values[place] = uniform(questions, people);
    return metrics;
  }

  /** Value of a metric; NaN when it does not exist. */
  public double get(String name) {
    return values[layout.place(name)];
  }

  double at(int place) {
    return values[place];
  }

  /** Mean normalised distance of uniform answers. */
  private static double uniform(Questions questions, SideValues people) {
    List<Distance> distances = new ArrayList<>();
    for (int q = 0; q < questions.items().size(); q++) {
      double[] human = people.shares(q);
      if (human != null) {
        double[] equal = new double[human.length];
        Arrays.fill(equal, 1.0 / equal.length);
        distances.add(
            Distance.between(questions.items().get(q), human, equal, questions.nominal()));
      }
    }
    return Distance.mean(distances).emdNormalised().value();
  }

  private Distance question(Questions questions, int q, SideValues people, SideValues personas) {
    Item item = questions.items().get(q);
    double[] human = people.shares(q);
    double[] persona = personas.shares(q);
    if (persona != null) {
      System.arraycopy(persona, 0, values, layout.shares(q), persona.length);
    }
    if (human == null || persona == null) {
      return Distance.NONE;
    }
    Distance distance = Distance.between(item, human, persona, questions.nominal());
    int place = layout.distances(q);
    for (Measure measure : Measure.values()) {
      values[place++] = distance.get(measure);
    }
    return distance;
  }

  /** The questions of a comparison and how they are measured. */
  public record Questions(List<Item> items, NominalEmd nominal, MetricLayout layout) {

    /** Copies the list. */
    public Questions {
      items = List.copyOf(items);
    }

    /** Questions with their layout. */
    public static Questions of(List<Item> items, NominalEmd nominal) {
      return new Questions(items, nominal, MetricLayout.of(items));
    }
  }
}
