package dev.voxpop.instrument.wave;

import java.util.List;
import java.util.Objects;

/** A named list of question ids in asking order. */
public record QuestionSet(String id, List<String> questions) {
  public QuestionSet {
    Objects.requireNonNull(id);
    questions = List.copyOf(questions);
  }
}
