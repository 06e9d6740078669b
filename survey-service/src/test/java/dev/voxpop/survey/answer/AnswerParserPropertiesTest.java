package dev.voxpop.survey.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.voxpop.contracts.experiment.Bracket;
import dev.voxpop.contracts.experiment.Mode;
import dev.voxpop.contracts.experiment.Roles;
import dev.voxpop.contracts.experiment.Symbol;
import dev.voxpop.instrument.format.PromptFormat;
import dev.voxpop.instrument.item.DisplayOrder;
import dev.voxpop.instrument.item.Permutations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class AnswerParserPropertiesTest {
  private static final long SEED = 20_260_411L;
  private static final List<String> STOPS = List.of("\n", "Question:");
  private static final List<String> PIECES =
      List.of(
          "(A)",
          "(b)",
          "C.",
          "D)",
          "1",
          "(2)",
          "[E]",
          "A",
          "a",
          "I",
          "or",
          "and",
          "not",
          "I'm not",
          "no",
          "Yes",
          "very likely",
          "Not too likely",
          "prefer not",
          "don't know",
          "$50k",
          "25",
          "30-49",
          "late 60s",
          "twenty-two",
          "$18 an hour",
          "under",
          "or more",
          "%",
          "years old",
          "white",
          "Hispanic",
          "woman",
          "my",
          "is",
          "(",
          ")",
          "[",
          ".",
          ",",
          "-",
          "\u2014",
          "/",
          "\n",
          "\\boxed{",
          "}",
          "**",
          "`",
          "<think>",
          "</think>",
          "Question:",
          "\u201cB\u201d",
          "Ph.D.",
          "\ud83d\ude00",
          "\ud800",
          "e\u0301",
          "\uff22",
          "\u00bd",
          "\u200b",
          "\u540c\u610f",
          "999999999999",
          "1.2.3",
          "1,000,000",
          "0",
          "k",
          "million",
          "in my 30s",
          "the",
          "#",
          "'",
          "n't");

  @Test
  void everyFormat_displayedSymbolAlone_readsTheOptionShownThere() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (PromptFormat format : allFormats()) {
      for (int size = 2; size <= 14; size++) {
        AnswerScale scale = scaleOf(size);
        for (DisplayOrder order :
            List.of(
                DisplayOrder.identity(size),
                DisplayOrder.reversed(size),
                DisplayOrder.shuffled(size, random.nextLong()))) {
          assertSymbolsRead(scale, Display.unbounded(order, format));
        }
      }
    }
  }

  @Test
  void numberSymbols_forMoreOptionsThanLetters_readTheOptionShownThere() {
    AnswerScale scale = scaleOf(120);
    DisplayOrder order = DisplayOrder.shuffled(120, SEED);
    for (Bracket bracket : Bracket.values()) {
      assertSymbolsRead(scale, Display.unbounded(order, Scales.format(Symbol.NUMBER, bracket)));
    }
  }

  @Test
  void everyPermutationUpToFive_symbolAndText_readTheOriginalOption() {
    for (int size = 2; size <= 5; size++) {
      AnswerScale scale = scaleOf(size);
      for (DisplayOrder order : new Permutations.Any(Set.of()).orders(size)) {
        Display display = Display.unbounded(order, Scales.STANDARD);
        assertSymbolsRead(scale, display);
        for (int option = 0; option < size; option++) {
          assertReads(" " + scale.item().option(option).text() + ".", option, scale, display);
        }
      }
    }
  }

  @Test
  void anyText_shownInAnotherOrder_readsTheSameUnlessASymbolCounts() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 20_000; i++) {
      String text = compose(random);
      ParsedAnswer own = Scales.read(text, Scales.LIKELY);
      ParsedAnswer other =
          Scales.read(text, Scales.LIKELY, DisplayOrder.shuffled(4, random.nextLong()));
      boolean symbols = own.evidence().stream().anyMatch(e -> e.kind() == Evidence.Kind.SYMBOL);
      if (!symbols) {
        assertThat(Scales.brief(other))
            .as("seed %d, case %d: %s", SEED, i, text)
            .isEqualTo(Scales.brief(own));
      }
    }
  }

  @Test
  void loneSymbol_readTheShortWay_equalsTheLongWay() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<AnswerScale> scales =
        List.of(
            Scales.LIKELY,
            scaleOf(14),
            scaleOf(30),
            Scales.trait("party"),
            Scales.trait("gender"),
            Scales.trait("age_4"));
    String characters = "AABCDIMZabcdixz0123456789()[].: \n\t\"*\u00e9\uff21";
    int shortCuts = 0;
    for (int i = 0; i < 200_000; i++) {
      String text = random(random, characters, 5);
      AnswerScale scale = scales.get(random.nextInt(scales.size()));
      PromptFormat format = Scales.formats().get(random.nextInt(12));
      PromptFormat usable = format.objectionTo(scale.item()).isEmpty() ? format : numbers();
      Display display =
          new Display(DisplayOrder.shuffled(scale.size(), random.nextLong()), usable, STOPS);
      RawAnswer answer = random.nextBoolean() ? RawAnswer.complete(text) : RawAnswer.cut(text);
      Extent extent = Extent.of(text, display.stops());
      ParsedAnswer quick = LoneSymbol.read(text, extent, scale, display);
      if (quick != null) {
        shortCuts++;
        assertThat(AnswerParser.parseAtLength(answer, extent, scale, display))
            .as("seed %d, case %d: '%s' in %s on %s", SEED, i, text, usable, scale.item().id())
            .isEqualTo(quick);
      }
    }
    assertThat(shortCuts).isGreaterThan(2_000);
  }

  @Test
  void hundredThousandMutatedAnswers_parsed_neitherThrowNorHangAndPointIntoTheText() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<AnswerScale> scales =
        new ArrayList<>(Scales.TRAITS.ids().stream().map(Scales::trait).toList());
    scales.add(Scales.LIKELY);
    scales.add(Scales.of("yes-no", "Yes", "No"));
    Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          for (int i = 0; i < 100_000; i++) {
            String text = mutate(compose(random), random);
            AnswerScale scale = scales.get(i % scales.size());
            parseAndCheck(text, scale, random);
          }
        });
  }

  @Test
  void hugeRepetitiveAnswers_parsed_endInTime() {
    for (String piece : PIECES) {
      String text = (piece + " ").repeat(20_000);
      String tight = piece.repeat(20_000);
      Assertions.assertTimeoutPreemptively(
          Duration.ofMinutes(1),
          () -> {
            for (String trait : List.of("race", "income_13", "age_4", "party")) {
              Scales.read(text, Scales.trait(trait));
              Scales.read(tight, Scales.trait(trait));
            }
          },
          piece);
    }
  }

  @Test
  void oneScale_readByManyThreads_givesEqualResults() {
    List<String> texts =
        IntStream.range(0, 2_000).mapToObj(i -> compose(new SplittableRandom(SEED + i))).toList();
    AnswerScale scale = Scales.trait("race");
    List<ParsedAnswer> alone = texts.stream().map(t -> Scales.read(t, scale)).toList();
    List<ParsedAnswer> together = texts.parallelStream().map(t -> Scales.read(t, scale)).toList();
    assertThat(together).isEqualTo(alone);
  }

  private static void parseAndCheck(String text, AnswerScale scale, SplittableRandom random) {
    PromptFormat format = Scales.formats().get(random.nextInt(12));
    Display display =
        new Display(DisplayOrder.shuffled(scale.size(), random.nextLong()), format, STOPS);
    RawAnswer raw = random.nextBoolean() ? RawAnswer.complete(text) : RawAnswer.cut(text);
    assertThatNoException()
        .as("seed %d: %s", SEED, text)
        .isThrownBy(
            () -> {
              ParsedAnswer answer = AnswerParser.parse(raw, scale, display);
              for (Evidence evidence : answer.evidence()) {
                if (evidence.end() > text.length()
                    || text.substring(evidence.start(), evidence.end()).isBlank()) {
                  throw new IllegalStateException(evidence + " points nowhere in " + text);
                }
              }
            });
  }

  private static String compose(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(8);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      text.append(random.nextInt(4) == 0 ? "" : " ");
    }
    return text.toString();
  }

  private static String mutate(String text, SplittableRandom random) {
    StringBuilder mutated = new StringBuilder(text);
    int changes = random.nextInt(4);
    for (int i = 0; i < changes && !mutated.isEmpty(); i++) {
      int at = random.nextInt(mutated.length());
      switch (random.nextInt(3)) {
        case 0 -> mutated.deleteCharAt(at);
        case 1 -> mutated.insert(at, (char) random.nextInt(0x10000));
        default -> mutated.setCharAt(at, (char) random.nextInt(0x80));
      }
    }
    return mutated.toString();
  }

  private static String random(SplittableRandom random, String characters, int longest) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(longest);
    for (int i = 0; i < length; i++) {
      text.append(characters.charAt(random.nextInt(characters.length())));
    }
    return text.toString();
  }

  private static void assertSymbolsRead(AnswerScale scale, Display display) {
    for (int position = 0; position < scale.size(); position++) {
      int option = display.order().originalAt(position);
      assertReads(display.format().symbolAt(position), option, scale, display);
      assertReads(" " + display.format().symbolAt(position), option, scale, display);
      assertReads(display.format().markAt(position), option, scale, display);
      assertReads(" " + display.format().markAt(position) + "\n", option, scale, display);
    }
  }

  private static void assertReads(String text, int option, AnswerScale scale, Display display) {
    ParsedAnswer answer = AnswerParser.parse(RawAnswer.complete(text), scale, display);
    assertThat(Scales.brief(answer)).as("'%s' in %s", text, display).isEqualTo("" + option);
    assertThat(answer.shown().orElseThrow().symbol())
        .isEqualTo(display.format().symbolAt(display.order().positionOf(option)));
    Extent extent = Extent.of(text, display.stops());
    assertThat(AnswerParser.parseAtLength(RawAnswer.complete(text), extent, scale, display))
        .isEqualTo(answer);
  }

  private static AnswerScale scaleOf(int size) {
    return Scales.of(
        "words" + size,
        IntStream.range(0, size)
            .mapToObj(i -> "option word" + (char) ('a' + i % 26) + "x" + i)
            .toArray(String[]::new));
  }

  private static PromptFormat numbers() {
    return Scales.format(Symbol.NUMBER, Bracket.ROUND);
  }

  private static List<PromptFormat> allFormats() {
    List<PromptFormat> formats = new ArrayList<>();
    for (PromptFormat format : Scales.formats()) {
      Arrays.stream(Roles.values())
          .map(
              roles ->
                  new PromptFormat(
                      format.symbol(),
                      format.bracket(),
                      roles,
                      roles == Roles.NONE ? Mode.CHAT : Mode.COMPLETION))
          .forEach(formats::add);
    }
    return formats;
  }
}
