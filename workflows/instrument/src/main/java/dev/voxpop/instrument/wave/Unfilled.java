package dev.voxpop.instrument.wave;

import java.util.ArrayList;
import java.util.List;

/** The search for texts that the user has yet to fill from their own copy of a questionnaire. */
public final class Unfilled {
  private Unfilled() {}

  /**
   * Places of empty texts, in file order; none when the wave can be asked.
   *
   * @param questions ids of the questions that would be asked
   * @param traits traits that would be told as texts
   */
  public static List<String> in(Wave wave, List<String> questions, List<String> traits) {
    List<String> places = new ArrayList<>();
    for (Question question : wave.questions()) {
      if (questions.contains(question.id())) {
        addQuestion(question, places);
      }
    }
    for (Demographic demographic : wave.demographics()) {
      if (traits.contains(demographic.trait())) {
        addDemographic(demographic, places);
      }
    }
    return List.copyOf(places);
  }

  private static void addQuestion(Question question, List<String> places) {
    String place = "question " + question.id();
    add(question.text(), place + ": text", places);
    for (Option option : question.scale().options()) {
      add(option.text(), place + ": text of code " + option.code(), places);
    }
    for (Refusal refusal : question.scale().refusals()) {
      if (refusal.visibility() == Refusal.Visibility.SHOWN) {
        add(refusal.text(), place + ": text of code " + refusal.code(), places);
      }
    }
  }

  private static void addDemographic(Demographic demographic, List<String> places) {
    String place = "demographic " + demographic.trait();
    add(demographic.text(), place + ": text", places);
    for (DemographicOption option : demographic.options()) {
      add(option.text(), place + ": text of code " + option.code(), places);
    }
  }

  private static void add(String text, String place, List<String> places) {
    if (text.isBlank()) {
      places.add(place);
    }
  }
}
