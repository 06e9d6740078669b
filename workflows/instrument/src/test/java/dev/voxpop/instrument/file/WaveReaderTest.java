package dev.voxpop.instrument.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.instrument.item.AliasScope;
import dev.voxpop.instrument.item.LetterCase;
import dev.voxpop.instrument.item.Permutations;
import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.Option;
import dev.voxpop.instrument.wave.Question;
import dev.voxpop.instrument.wave.Refusal;
import dev.voxpop.instrument.wave.UnknownCodes;
import dev.voxpop.instrument.wave.Wave;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaveReaderTest {
  private static final WaveReader READER = WaveReader.with(Shipped.traits());

  static final String BASE =
      """
      apiVersion: v1
      kind: SurveyWave
      id: small-wave
      title: A small wave
      human: {key: ID, weight: W, unknownCodes: missing}
      scales:
        often:
          kind: ordinal
          options:
            - {code: 3, text: Daily}
            - {code: 1, text: Weekly, position: 2.5}
            - {code: 7, text: Never, position: 4}
          refusals: [{code: 99, text: Refused}, {code: 98, text: No answer, show: true}]
          permutations: reversible
      questions:
        - {id: SWIM, column: Q1, topic: sport, text: "How often do you swim?", scale: often}
        - id: WHERE
          text: Where?
          kind: nominal
          options:
            - {code: 1, text: In the sea, aliases: [the ocean, {text: Sea, scope: self, case: exact}]}
            - {code: 2, text: In a pool, aliases: {whole: [pool]}}
            - {code: 3, text: Elsewhere, fixed: true}
          permutations: any
          askIf: SWIM in [3, 1]
          block: swimming
      questionSets:
        all: [SWIM, WHERE]
      defaults: {inSeries: false}
      demographics:
        - trait: age_4
          column: AGE
          text: Your age?
          labels: [young, old]
          options:
            - {code: 1, text: Under fifty, label: young, bio: I am not yet fifty., portray: below 50}
            - {code: 2, text: Fifty and over, label: old, bio: none}
            - {code: 3, text: Cannot say, label: none, bio: none}
          persona: {18-29: young, 30-49: {young: 0.75, old: 0.25}, 50-64: old, 65+: none}
      groupings:
        - {id: swimmers, column: Q1, groups: {yes: [3, 1], no: [7]}}
      margins:
        age_4: {young: 0.501, old: 0.5}
      """;

  @Test
  void smallWave_everything_isRead() {
    Wave wave = read(BASE).orElseThrow();
    Question swim = wave.question("SWIM").orElseThrow();
    assertThat(swim.column()).isEqualTo("Q1");
    assertThat(swim.scale().options()).extracting(Option::code).containsExactly(3, 1, 7);
    assertThat(swim.scale().options())
        .extracting(option -> option.position().orElseThrow())
        .containsExactly(1.0, 2.5, 4.0);
    assertThat(swim.item().options())
        .extracting(option -> option.key())
        .containsExactly("3", "1", "7", "98");
    assertThat(swim.scale().refusals().get(1).visibility()).isEqualTo(Refusal.Visibility.SHOWN);
    assertThat(wave.human().unknownCodes()).isEqualTo(UnknownCodes.MISSING);
    assertThat(wave.defaults().inSeries()).isFalse();
    assertThat(wave.defaults().forcingLine()).isTrue();
    assertThat(wave.defaultQuestions()).containsExactly("SWIM", "WHERE");
  }

  @Test
  void smallWave_nominalQuestion_isRead() {
    Question where = read(BASE).orElseThrow().question("WHERE").orElseThrow();
    assertThat(where.column()).isEqualTo("WHERE");
    assertThat(where.scale().permutations()).isEqualTo(new Permutations.Any(Set.of(2)));
    assertThat(where.askIf().orElseThrow().questions()).containsExactly("SWIM");
    assertThat(where.block()).contains("swimming");
    assertThat(where.scale().options().getFirst().position()).isEmpty();
    assertThat(where.scale().options().getFirst().aliases().get(1))
        .satisfies(alias -> assertThat(alias.scope()).isEqualTo(AliasScope.SELF))
        .satisfies(alias -> assertThat(alias.letterCase()).isEqualTo(LetterCase.EXACT));
    assertThat(where.scale().options().get(1).aliases().getFirst().scope())
        .isEqualTo(AliasScope.WHOLE);
  }

  @Test
  void smallWave_demographic_isReadWithSplitPersonaMap() {
    Wave wave = read(BASE).orElseThrow();
    Demographic age = wave.demographic("age_4").orElseThrow();
    assertThat(age.label(1)).contains("young");
    assertThat(age.label(3)).isEmpty();
    assertThat(age.option(2).orElseThrow().bio()).isEmpty();
    assertThat(age.option(2).orElseThrow().portray()).isEqualTo("Fifty and over");
    assertThat(age.persona().orElseThrow().of("30-49"))
        .isEqualTo(Map.of("young", 0.75, "old", 0.25));
    assertThat(age.persona().orElseThrow().of("65+")).isEmpty();
    assertThat(wave.margins().of("age_4").orElseThrow().get("young")).isEqualTo(0.501 / 1.001);
    assertThat(wave.grouping("swimmers").orElseThrow().groupOf(7)).contains("no");
  }

  @Test
  void unknownKey_problem_namesPlaceAndSimilarKey() {
    FileProblem problem = only(BASE.replace("topic: sport", "topik: sport"));
    assertThat(problem.message()).isEqualTo("There is no key topik here.\nMaybe you meant topic.");
    assertThat(problem.pointer()).isEqualTo("/questions/0/topik");
    assertThat(problem.position()).isEqualTo(new Position("small.yaml", 16, 28));
    assertThat(problem.problem().suggestion()).isEqualTo("you meant topic.");
  }

  @Test
  void doubledKeysAndIds_areRefused() {
    assertRefused(BASE.replace("title: A small wave", "title: A\ntitle: B"), "title occurs twice");
    assertRefused(BASE.replace("- id: WHERE", "- id: SWIM"), "question SWIM occurs twice");
    assertRefused(
        BASE.replace(
            "  - {id: swimmers",
            "  - {id: swimmers, column: Q1, groups: {a: [3]}}\n" + "  - {id: swimmers"),
        "grouping swimmers occurs twice");
    assertRefused(
        BASE.replace("{code: 1, text: Weekly", "{code: 3, text: Weekly"), "code 3 occurs");
    assertRefused(BASE.replace("{code: 99, text", "{code: 7, text"), "code 7 occurs twice");
  }

  @Test
  void jsonWave_isReadLikeYaml() {
    String json =
        """
        {"id": "j", "kind": "SurveyWave", "apiVersion": "v1", "title": "J", "human": {"key": "K"},
         "questions": [{"id": "Q", "text": "Well?", "kind": "nominal",
           "options": [{"code": 1, "text": "Yes"}, {"code": 2, "text": "No"}]}]}
        """;
    Wave wave = READER.read(json.getBytes(StandardCharsets.UTF_8), "wave.json").orElseThrow();
    assertThat(wave.questions()).hasSize(1);
    String doubled = json.replace("\"title\": \"J\"", "\"title\": \"J\", \"title\": \"K\"");
    assertThat(READER.read(doubled.getBytes(StandardCharsets.UTF_8), "wave.json").problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.position().line()).isEqualTo(1));
  }

  @Test
  void sameContentInOtherOrderOrFormat_hash_isTheSame() {
    String hash = read(BASE).orElseThrow().provenance().sha256();
    String moved =
        "# a comment\n" + BASE.replace("title: A small wave\n", "") + "title: A small wave\n";
    assertThat(read(moved).orElseThrow().provenance().sha256()).isEqualTo(hash);
    String quoted = BASE.replace("{code: 3, text: Daily}", "{text: \"Daily\", code: 3}");
    assertThat(read(quoted).orElseThrow().provenance().sha256()).isEqualTo(hash);
    String changed = BASE.replace("Daily", "Every day");
    assertThat(read(changed).orElseThrow().provenance().sha256()).isNotEqualTo(hash);
  }

  @Test
  void scalesThatCannotWork_areRefused() {
    assertRefused(BASE.replace("position: 4", "position: 2"), "does not follow");
    assertRefused(BASE.replace("text: Never", "text: daily!"), "both read \"daily\"");
    assertRefused(BASE.replace("permutations: reversible", "permutations: any"), "ordinal scale");
    assertRefused(
        BASE.replace("permutations: reversible", "permutations: {list: [[0, 2, 2]]}"),
        "not a permutation");
    assertRefused(
        BASE.replace("permutations: reversible", "permutations: {list: [[1, 0, 2]]}"),
        "ordinal scale");
    assertRefused(BASE.replace("permutations: any", "permutations: none"), "Fixed options");
    assertRefused(BASE.replace("scale: often", "scale: offen"), "you meant often");
    assertRefused(BASE.replace("text: \"How often do you swim?\", ", ""), "text is required");
    assertRefused(BASE.replace("kind: nominal", "kind: nominall"), "you meant nominal");
    assertRefused(BASE.replace("code: 3, text: Daily", "code: 3.5, text: Daily"), "whole number");
  }

  @Test
  void forcedListOfOrders_onOrdinalScale_isAccepted() {
    String forced =
        BASE.replace(
            "permutations: reversible",
            "permutations: {list: [[0, 1, 2], [1, 0, 2]], force: true}");
    assertThat(read(forced).orElseThrow().question("SWIM").orElseThrow().item().orders())
        .hasSize(2);
  }

  @Test
  void conditionsThatCannotWork_areRefused() {
    assertRefused(BASE.replace("SWIM in [3, 1]", "DIVE = 1"), "no earlier question");
    assertRefused(BASE.replace("SWIM in [3, 1]", "WHERE = 1"), "no earlier question");
    assertRefused(BASE.replace("SWIM in [3, 1]", "SWIM = 2"), "no option 2");
    assertRefused(BASE.replace("SWIM in [3, 1]", "SWIM = 3 and SWIM = 1"), "never asked");
    assertRefused(BASE.replace("all: [SWIM, WHERE]", "all: [WHERE]"), "depends on");
    assertRefused(BASE.replace("all: [SWIM, WHERE]", "all: [WHERE, SWIM]"), "depends on");
  }

  @Test
  void demographicsThatCannotWork_areRefused() {
    assertRefused(BASE.replace("trait: age_4", "trait: age_5"), "Maybe you meant age_");
    assertRefused(BASE.replace("label: old", "label: odl"), "you meant old");
    assertRefused(BASE.replace("labels: [young, old]", "labels: [young, old, ancient]"), "ancient");
    assertRefused(BASE.replace("18-29: young, ", ""), "18-29 of age_4 is not mapped");
    assertRefused(BASE.replace("old: 0.25", "old: 0.5"), "sum to 1.25");
    assertRefused(BASE.replace("18-29: young", "18-92: young"), "you meant 18-29");
    assertRefused(BASE.replace(", bio: I am not yet fifty.", ""), "bio is required");
  }

  @Test
  void groupsAndMarginsThatCannotWork_areRefused() {
    assertRefused(BASE.replace("no: [7]", "no: [8]"), "not declare");
    assertRefused(BASE.replace("no: [7]", "no: [1]"), "in two groups");
    assertRefused(BASE.replace("column: Q1, groups", "column: Q2, groups"), "Maybe you meant Q1");
    assertRefused(BASE.replace("young: 0.501", "young: 0.51"), "sum to 1.0100");
    assertRefused(BASE.replace("young: 0.501", "yuong: 0.501"), "you meant young");
    assertRefused(BASE.replace("all: [SWIM, WHERE]", "all: [SWIM, WERE]"), "you meant WHERE");
  }

  @Test
  void optionInsideAnother_isAWarning() {
    Reading<Wave> reading = read(BASE.replace("text: Weekly", "text: Never daily"));
    assertThat(reading).isInstanceOf(Reading.Accepted.class);
    assertThat(reading.problems()).hasSize(2);
    assertThat(reading.problems().getFirst().message()).contains("longest match decides");
  }

  @Test
  void manyProblems_twenty_areListedInFileOrder() {
    String broken =
        BASE.replace("title: A small wave", "title: A small wave\n" + "x%s: 1\n".repeat(30));
    for (int i = 0; i < 30; i++) {
      broken = broken.replaceFirst("x%s", "x" + i);
    }
    List<FileProblem> problems = read(broken).problems();
    assertThat(problems).hasSize(20);
    assertThat(problems).isSortedAccordingTo((a, b) -> a.position().compareTo(b.position()));
  }

  @Test
  void filesThatAreNoDocuments_areRefusedWithTheirPlace() {
    assertThat(read("a: [1\nb: 2").problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.position().line()).isEqualTo(2));
    assertThat(read("").problems()).isNotEmpty();
    assertThat(read("- 1").problems()).isNotEmpty();
    assertRefused("---\na: 1\n---\nb: 2", "second document");
    assertRefused(BASE.replace("title: A small wave", "title: &t A\nlanguage: *t"), "Anchors");
    assertRefused("a: " + "[".repeat(60) + "]".repeat(60), "epth");
    assertThat(READER.read(new byte[] {'a', ':', ' ', (byte) 0xff}, "x.yaml").problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("UTF-8"));
  }

  @Test
  void otherLanguage_withoutPhrases_isRefused() {
    assertRefused(BASE.replace("human:", "language: de\nhuman:"), "no phrases");
  }

  @Test
  void otherLanguage_withPhrases_isReadWithItsRoleWords() {
    String german =
        BASE.replace(
            "human:",
            """
            language: de
            phrases:
              roles:
                question-answer: {asker: Frage, answerer: Antwort}
                surveyor-respondent: {asker: Umfrage, answerer: Person}
                interviewer-interviewee: {asker: Interviewerin, answerer: Befragte}
              consistency: Bitte im Einklang mit dem Bisherigen antworten.
              forcing: {before: "Bitte mit ", pair: " oder ", separator: ", ", last: " oder ", after: " antworten."}
              bioIntro: Wer sind Sie?
              portrayIntro: "Antworten Sie als folgende Person:"
            human:""");
    Wave wave = read(german).orElseThrow();
    assertThat(wave.phrases().bioIntro()).isEqualTo("Wer sind Sie?");
    assertThat(wave.phrases().forcing().pair()).isEqualTo(" oder ");
  }

  static Reading<Wave> read(String text) {
    return READER.read(text.getBytes(StandardCharsets.UTF_8), "small.yaml");
  }

  private static FileProblem only(String text) {
    List<FileProblem> problems = read(text).problems();
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }

  private static void assertRefused(String text, String part) {
    Reading<Wave> reading = read(text);
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    assertThat(reading.problems())
        .anySatisfy(problem -> assertThat(problem.message()).contains(part));
    assertThat(reading.problems())
        .allSatisfy(problem -> assertThat(problem.message()).contains("\nMaybe "));
  }
}
