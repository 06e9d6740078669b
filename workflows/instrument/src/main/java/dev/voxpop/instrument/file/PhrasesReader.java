package dev.voxpop.instrument.file;

import dev.voxpop.contracts.experiment.Roles;
import dev.voxpop.instrument.format.Phrases;
import dev.voxpop.instrument.format.RoleWords;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The reading of the fixed words around questions, over those of the standard wording. */
final class PhrasesReader {
  private static final String ENGLISH = "en";
  private static final String STANDARD = "phrases/en/v1.yaml";

  private PhrasesReader() {}

  /** The shipped English wording. */
  static Phrases standard() {
    Problems problems = new Problems();
    Node root = DocumentParser.parse(SourceFile.shipped(STANDARD), problems).orElseThrow();
    Section section = Section.of(root, "", problems);
    return problems.outcome(() -> read(section, "en-v1", Optional.empty())).orElseThrow();
  }

  /** The words of a wave: its own, and where they are missing the standard ones. */
  static Phrases ofWave(Section wave, String language) {
    Optional<Section> own = wave.section("phrases");
    Phrases standard = standard();
    boolean english = Locale.forLanguageTag(language).getLanguage().equals(ENGLISH);
    if (own.isEmpty() && !english) {
      wave.error(
          "phrases",
          "The wave's language is %s and it has no phrases.".formatted(language)
              + "\nMaybe add role words, consistency, forcing, bioIntro and portrayIntro.");
    }
    Optional<Phrases> fallback = english ? Optional.of(standard) : Optional.empty();
    return own.map(section -> read(section, wave.text("id"), fallback)).orElse(standard);
  }

  private static Phrases read(Section section, String version, Optional<Phrases> fallback) {
    section.only("roles", "consistency", "forcing", "bioIntro", "portrayIntro");
    return new Phrases(
        version,
        roles(section, fallback),
        text(section, "consistency", fallback.map(Phrases::consistency)),
        forcing(section, fallback),
        text(section, "bioIntro", fallback.map(Phrases::bioIntro)),
        text(section, "portrayIntro", fallback.map(Phrases::portrayIntro)));
  }

  private static String text(Section section, String key, Optional<String> fallback) {
    return section.has(key) || fallback.isEmpty() ? section.text(key) : fallback.get();
  }

  private static Map<Roles, RoleWords> roles(Section section, Optional<Phrases> fallback) {
    Map<Roles, RoleWords> words = new EnumMap<>(Roles.class);
    fallback.ifPresent(phrases -> words.putAll(phrases.roles()));
    section.section("roles").ifPresent(roles -> readRoles(roles, words));
    for (Roles kind : Roles.values()) {
      if (kind != Roles.NONE && !words.containsKey(kind)) {
        section.error(
            "roles", "The role words %s are missing.\nMaybe add them.".formatted(kind.wireName()));
        words.put(kind, RoleWords.of("?", "?"));
      }
    }
    return words;
  }

  private static void readRoles(Section roles, Map<Roles, RoleWords> words) {
    roles.only("question-answer", "surveyor-respondent", "interviewer-interviewee");
    for (Roles kind : Roles.values()) {
      roles
          .section(kind.wireName())
          .map(pair -> pair.only("asker", "answerer", "connector"))
          .map(
              pair ->
                  new RoleWords(
                      orUnknown(pair.text("asker")),
                      orUnknown(pair.text("answerer")),
                      pair.optionalText("connector").orElse(":")))
          .ifPresent(pair -> words.put(kind, pair));
    }
  }

  private static Phrases.Forcing forcing(Section section, Optional<Phrases> fallback) {
    Optional<Phrases.Forcing> standard = fallback.map(Phrases::forcing);
    Optional<Section> own = section.section("forcing");
    if (own.isEmpty()) {
      if (standard.isEmpty()) {
        section.error("forcing", "forcing is required.\nMaybe add it.");
      }
      return standard.orElse(new Phrases.Forcing("", "", "", "", ""));
    }
    Section words = own.get().only("before", "pair", "separator", "last", "after");
    return new Phrases.Forcing(
        verbatim(words, "before"),
        verbatim(words, "pair"),
        verbatim(words, "separator"),
        verbatim(words, "last"),
        verbatim(words, "after"));
  }

  private static String verbatim(Section words, String key) {
    if (!words.has(key)) {
      words.error(key, "%s is required.\nMaybe \"\" for nothing.".formatted(key));
    }
    return words.optionalText(key).orElse("");
  }

  private static String orUnknown(String word) {
    return word.isEmpty() ? "?" : word;
  }
}
