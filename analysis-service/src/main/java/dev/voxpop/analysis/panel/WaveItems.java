package dev.voxpop.analysis.panel;

import dev.voxpop.instrument.wave.Question;
import dev.voxpop.instrument.wave.ScaleKind;
import java.util.ArrayList;
import java.util.List;

/** The wave's questions in the form in which they are analysed. */
public final class WaveItems {

  private WaveItems() {}

  /** The questions as items, in their order. */
  public static List<Item> items(List<Question> questions) {
    return questions.stream().map(WaveItems::item).toList();
  }

  /** A question as an item. */
  public static Item item(Question question) {
    boolean ordinal = question.scale().kind() == ScaleKind.ORDINAL;
    List<Option> options = new ArrayList<>();
    for (int k = 0; k < question.scale().size(); k++) {
      var option = question.scale().options().get(k);
      double position = ordinal ? option.position().orElse(k + 1) : k + 1;
      options.add(
          new Option(
              option.wireCode(),
              option.text().isEmpty() ? option.wireCode() : option.text(),
              position));
    }
    return new Item(
        question.id(),
        question.text().isEmpty() ? question.id() : question.text(),
        ordinal ? ItemKind.ORDINAL : ItemKind.NOMINAL,
        options,
        switch (question.keying()) {
          case STRAIGHT -> Keying.AS_CODED;
          case REVERSED -> Keying.REVERSED;
        });
  }
}
