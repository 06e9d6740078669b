package dev.voxpop.instrument.file;

import dev.voxpop.instrument.trait.Traits;
import dev.voxpop.instrument.wave.Defaults;
import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.Human;
import dev.voxpop.instrument.wave.Provenance;
import dev.voxpop.instrument.wave.Question;
import dev.voxpop.instrument.wave.UnknownCodes;
import dev.voxpop.instrument.wave.Wave;
import dev.voxpop.instrument.wave.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** A reader of wave files that knows the traits they may pair with. */
public final class WaveReader {
  private static final String KIND = "SurveyWave";
  private static final String[] KEYS = {
    "apiVersion",
    "kind",
    "id",
    "title",
    "about",
    "language",
    "wording",
    "human",
    "scales",
    "questions",
    "questionSets",
    "defaults",
    "demographics",
    "groupings",
    "margins",
    "phrases"
  };
  private static final String ID = "[a-z0-9][a-z0-9-]{0,62}";

  private final Traits traits;

  private WaveReader(Traits traits) {
    this.traits = Objects.requireNonNull(traits);
  }

  /** A reader for waves that pair with the given traits. */
  public static WaveReader with(Traits traits) {
    return new WaveReader(traits);
  }

  /** The wave in a YAML or JSON file, or up to twenty problems with their places. */
  public Reading<Wave> read(byte[] bytes, String name) {
    return read(SourceFile.of(name, bytes), Optional.empty());
  }

  /** The wave in a file. */
  public Reading<Wave> read(SourceFile base) {
    return read(base, Optional.empty());
  }

  /** The wave in a file with the texts of an overlay. */
  public Reading<Wave> read(SourceFile base, SourceFile overlay) {
    return read(base, Optional.of(overlay));
  }

  private Reading<Wave> read(SourceFile base, Optional<SourceFile> overlay) {
    Problems problems = new Problems();
    Optional<Node> under = DocumentParser.parse(base, problems);
    Optional<Node> over = overlay.flatMap(file -> DocumentParser.parse(file, problems));
    if (under.isEmpty() || over.isPresent() != overlay.isPresent()) {
      return problems.refused();
    }
    Provenance provenance = new Provenance(ContentHash.of(under.get()), over.map(ContentHash::of));
    Node merged = over.map(node -> Overlay.over(under.get(), node, problems)).orElse(under.get());
    Wave wave = wave(Section.of(merged, "", problems), provenance);
    return problems.outcome(() -> wave);
  }

  private Wave wave(Section file, Provenance provenance) {
    checkHeader(file);
    Wording wording = file.choice("wording", Wording.class).orElse(Wording.OWN);
    String language = language(file);
    List<Question> questions = QuestionReader.read(file, wording);
    List<Demographic> demographics = DemographicReader.read(file, wording, traits);
    return new Wave(
        file.text("id"),
        file.text("title"),
        file.optionalText("about").orElse(""),
        language,
        wording,
        human(file),
        questions,
        SetReader.questionSets(file, questions),
        defaults(file),
        demographics,
        SetReader.groupings(file, questions, demographics),
        MarginReader.read(file, demographics),
        PhrasesReader.ofWave(file, language),
        provenance);
  }

  private static void checkHeader(Section file) {
    file.only(KEYS);
    if (!file.text("apiVersion").equals("v1")) {
      file.error("apiVersion", "This version is not known.\nMaybe apiVersion: v1.");
    }
    if (!file.text("kind").equals(KIND)) {
      file.error("kind", "This is no wave file.\nMaybe kind: %s.".formatted(KIND));
    }
    if (!file.text("id").matches(ID)) {
      file.error("id", "This is no id.\nMaybe use lower-case letters, digits and hyphens.");
    }
  }

  private static String language(Section file) {
    String language = file.optionalText("language").orElse("en");
    if (Locale.forLanguageTag(language).getLanguage().isEmpty()) {
      file.error("language", "%s is no language tag.\nMaybe en or pt-BR.".formatted(language));
      return "en";
    }
    return language;
  }

  private static Human human(Section file) {
    Optional<Section> section = file.section("human");
    if (section.isEmpty()) {
      file.error("human", "human is required.\nMaybe human: {key: COLUMN}.");
    }
    return section
        .map(human -> human.only("key", "weight", "unknownCodes"))
        .map(
            human ->
                new Human(
                    human.text("key"),
                    human.optionalText("weight"),
                    human.choice("unknownCodes", UnknownCodes.class).orElse(UnknownCodes.FAIL)))
        .orElse(new Human("", Optional.empty(), UnknownCodes.FAIL));
  }

  private static Defaults defaults(Section file) {
    return file.section("defaults")
        .map(
            section ->
                section.only(
                    "inSeries",
                    "randomiseQuestions",
                    "randomiseOptions",
                    "consistencyLine",
                    "forcingLine"))
        .map(
            section ->
                new Defaults(
                    section.flag("inSeries").orElse(true),
                    section.flag("randomiseQuestions").orElse(true),
                    section.flag("randomiseOptions").orElse(true),
                    section.flag("consistencyLine").orElse(true),
                    section.flag("forcingLine").orElse(true)))
        .orElse(Defaults.standard());
  }
}
