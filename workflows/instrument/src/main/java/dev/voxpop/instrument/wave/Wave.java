package dev.voxpop.instrument.wave;

import dev.voxpop.instrument.format.Phrases;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A survey wave: everything that is known of a questionnaire and of the layout of its human data.
 *
 * @param id stable name
 * @param title name for people
 * @param about licence, authorship and origin, for people; may be empty
 * @param language language tag of the texts
 * @param wording whose words the questions are
 * @param human layout of the human data
 * @param questions all questions in file order
 * @param questionSets named selections; the first one is the default
 * @param defaults how it is asked
 * @param demographics traits of the human side in file order
 * @param groupings divisions of respondents
 * @param margins weighted population shares
 * @param phrases fixed words around the questions, in the wave's language
 * @param provenance hashes of the files it was read from
 */
public record Wave(
    String id,
    String title,
    String about,
    String language,
    Wording wording,
    Human human,
    List<Question> questions,
    List<QuestionSet> questionSets,
    Defaults defaults,
    List<Demographic> demographics,
    List<Grouping> groupings,
    Margins margins,
    Phrases phrases,
    Provenance provenance) {
  public Wave {
    Objects.requireNonNull(id);
    Objects.requireNonNull(title);
    Objects.requireNonNull(about);
    Objects.requireNonNull(language);
    Objects.requireNonNull(wording);
    Objects.requireNonNull(human);
    Objects.requireNonNull(defaults);
    Objects.requireNonNull(margins);
    Objects.requireNonNull(phrases);
    Objects.requireNonNull(provenance);
    questions = List.copyOf(questions);
    questionSets = List.copyOf(questionSets);
    demographics = List.copyOf(demographics);
    groupings = List.copyOf(groupings);
  }

  /** The question of an id, or empty. */
  public Optional<Question> question(String questionId) {
    return questions.stream().filter(q -> q.id().equals(questionId)).findFirst();
  }

  /** The question set of an id, or empty. */
  public Optional<QuestionSet> questionSet(String setId) {
    return questionSets.stream().filter(set -> set.id().equals(setId)).findFirst();
  }

  /** Question ids asked when the experiment names none: the first set, else all. */
  public List<String> defaultQuestions() {
    return questionSets.stream()
        .findFirst()
        .map(QuestionSet::questions)
        .orElseGet(() -> questions.stream().map(Question::id).toList());
  }

  /** The questions of the ids, in the order of the ids. */
  public List<Question> select(List<String> questionIds) {
    return questionIds.stream().map(this::require).toList();
  }

  /** The demographic that pairs with a trait, or empty. */
  public Optional<Demographic> demographic(String trait) {
    return demographics.stream().filter(d -> d.trait().equals(trait)).findFirst();
  }

  /** Traits that can be matched, in file order. */
  public List<String> mappedTraits() {
    return demographics.stream()
        .filter(d -> d.persona().isPresent())
        .map(Demographic::trait)
        .toList();
  }

  /** The grouping of an id, or empty. */
  public Optional<Grouping> grouping(String groupingId) {
    return groupings.stream().filter(g -> g.id().equals(groupingId)).findFirst();
  }

  private Question require(String questionId) {
    return question(questionId)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Wave %s has no question %s.\nMaybe one of %s."
                        .formatted(id, questionId, questions.stream().map(Question::id).toList())));
  }
}
