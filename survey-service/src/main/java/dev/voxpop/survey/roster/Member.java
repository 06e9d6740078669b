package dev.voxpop.survey.roster;

import dev.voxpop.instrument.text.TraitTexts;
import dev.voxpop.survey.interview.Persona;
import org.jspecify.annotations.Nullable;

/**
 * One who is to be asked.
 *
 * @param subject {@code b-…}, {@code b-…~r-…} or {@code r-…}
 * @param story {@code b-…}; null for a baseline
 * @param respondent {@code r-…}; null for a story alone
 * @param passage the story's passage, or the baseline's text
 * @param appended traits of the respondent after the passage; "" for none
 */
public record Member(
    String subject,
    @Nullable String story,
    @Nullable String respondent,
    String passage,
    String appended) {

  /** The persona to be interviewed. */
  public Persona persona() {
    String text = appended.isEmpty() ? passage : TraitTexts.append(passage, appended);
    return new Persona(subject, story, respondent, text);
  }
}
