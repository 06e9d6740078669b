package dev.voxpop.backstory.writing;

import dev.voxpop.contracts.experiment.Roles;
import dev.voxpop.contracts.identity.Sha256;
import dev.voxpop.instrument.format.RoleWords;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fixed texts of the stage and its own role words.
 *
 * @param preamble question that the writer must say yes to; empty = none is asked
 * @param question open question of stories that are written without traits
 * @param detail request for detail after the open question; may be empty
 * @param announcement sentence before traits in question style
 * @param prime short open question of primed stories
 * @param judge instructions and worked examples of the judge
 * @param roles role words that replace those of the pool's format
 */
public record Wording(
    PromptFile preamble,
    PromptFile question,
    PromptFile detail,
    PromptFile announcement,
    PromptFile prime,
    PromptFile judge,
    Optional<RoleWords> roles) {

  /** The texts of a folder where it has them, the shipped ones elsewhere. */
  public static Wording load(Optional<Path> folder, Optional<RoleWords> roles) {
    return new Wording(
        PromptFile.load("preamble/v1", folder),
        PromptFile.load("story/v1", folder),
        PromptFile.load("detail/v1", folder),
        PromptFile.load("announcement/v1", folder),
        PromptFile.load("prime/v1", folder),
        PromptFile.load("judge/v1", folder),
        roles);
  }

  /** The role words of a pool: this wording's own, or those that its format names. */
  public RoleWords rolesFor(Roles named) {
    return roles.orElseGet(
        () ->
            switch (named) {
              case QUESTION_ANSWER, NONE -> RoleWords.of("Question", "Answer");
              case SURVEYOR_RESPONDENT -> RoleWords.of("Surveyor", "Respondent");
              case INTERVIEWER_INTERVIEWEE -> RoleWords.of("Interviewer", "Interviewee");
            });
  }

  /** The open question with its request for detail. */
  public String openQuestion() {
    return detail.text().isEmpty() ? question.text() : question.text() + " " + detail.text();
  }

  /** All files, for provenance. */
  public List<PromptFile> files() {
    return List.of(preamble, question, detail, announcement, prime, judge);
  }

  /** SHA-256 of all texts and role words: equal for equal prompts. */
  public String sha256() {
    Stream<String> words =
        roles.stream().flatMap(own -> Stream.of(own.askerLabel(), own.answererLabel()));
    return Sha256.hex(
        String.join(
            "\u001f", Stream.concat(files().stream().map(PromptFile::sha256), words).toList()));
  }
}
