package dev.voxpop.simulator.speaking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.simulator.reading.Turn;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VerdictsTest {
  private static final SimulatedModel MODEL = SimulatedModel.seeded(1);
  private static final String JUDGE =
      "Decide whether the text is one person's own first-person narrative. Explain, then write yes or no on the last line.";
  private static final String CRITIC =
      "Look for statements that contradict each other. Explain, then write yes if there is a contradiction, else no, on the last line.";
  private static final String OWN =
      "I was born by the sea, and my mother sang to me. I work in a bakery and I like my quiet street. We eat soup on Sundays, and I call my sister every week.";
  private static final String THIRD =
      "She was born by the sea, and her mother sang to her. She works in a bakery and likes her quiet street. They eat soup, and she calls her sister every week.";
  private static final String INTERVIEW =
      "Host: Where are you from?\nMe: From the sea.\nHost: And now?\nMe: I bake.\nHost: Why?\nMe: I like it.";

  private static String last(String rules, String text, long seed) {
    List<Turn> turns = List.of(new Turn(Turn.Role.SYSTEM, rules), new Turn(Turn.Role.USER, text));
    Sampling sampling = new Sampling(0, 1, seed, 128, List.of());
    String reply =
        MODEL.replies(Ask.of("sim-chat-1", new Script.Chat(turns), sampling), 1).getFirst().text();
    return reply.substring(reply.lastIndexOf('\n') + 1);
  }

  private static long count(String rules, String text, String verdict) {
    return IntStream.range(0, 100).filter(seed -> last(rules, text, seed).equals(verdict)).count();
  }

  @Test
  void judge_ofStories_isMostlyRight() {
    assertThat(count(JUDGE, OWN, "yes")).isBetween(93L, 100L);
    assertThat(count(JUDGE, THIRD, "no")).isBetween(93L, 100L);
    assertThat(count(JUDGE, INTERVIEW, "no")).isBetween(93L, 100L);
  }

  @Test
  void judge_inATextToContinue_goesOnAfterTheLastExample() {
    assertThat(countInText(OWN, "yes")).isBetween(93L, 100L);
    assertThat(countInText(THIRD, "no")).isBetween(93L, 100L);
    assertThat(countInText(INTERVIEW, "no")).isBetween(93L, 100L);
  }

  private static long countInText(String text, String verdict) {
    String prompt = JUDGE + "\n\nText: He left.\nVerdict:\nno\n\nText: " + text + "\nReason:";
    return IntStream.range(0, 100)
        .filter(
            seed -> {
              Sampling sampling = new Sampling(0, 1, seed, 128, List.of("\n\n"));
              Ask ask = Ask.of("sim-base-1", new Script.Text(prompt), sampling);
              return MODEL.replies(ask, 1).getFirst().text().endsWith("\n" + verdict);
            })
        .count();
  }

  @Test
  void critic_ofContradictions_isMostlyRight() {
    assertThat(count(CRITIC, OWN + " I am 34 years old. Later on, I am 61 years old.", "yes"))
        .isBetween(93L, 100L);
    assertThat(count(CRITIC, OWN + " I am 34 years old.", "no")).isBetween(93L, 100L);
  }

  @Test
  void critic_askedForConsistency_saysYesToConsistentTexts() {
    String rules =
        "Is the text free of contradictions? Explain, then write yes or no on the last line.";
    assertThat(count(rules, OWN, "yes")).isBetween(93L, 100L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I am 34 years old. | What does the text state about the age of the person? | 18 to 29;30 to 49;50 to 64;65 or older | (B) 30 to 49",
        "I like the sea. | What does the text state about the age of the person? | 18 to 29;30 to 49;50 to 64;65 or older | (E) Was not mentioned",
        "We earn about $52,000 a year. | What does the text state about the yearly income? | Less than $30,000;$30,000 to $59,999;$60,000 or more | (B) $30,000 to $59,999",
        "I live in Ohio, near a lake. | In which region does the person live? | Northeast;Midwest;South;West | (B) Midwest",
        "I have a bachelor's degree in music. | What does the text state about education? | High school or less;Some college;Bachelor's degree;Graduate degree | (C) Bachelor's degree"
      })
  void reader_ofATrait_givesEvidenceThenTheOption(
      String text, String question, String options, String expected) {
    StringBuilder prompt =
        new StringBuilder("Text:\n" + text + " The rest is silence.\n\n" + question + "\n");
    List<String> all = List.of((options + ";Was not mentioned").split(";", -1));
    for (int i = 0; i < all.size(); i++) {
      prompt.append('(').append((char) ('A' + i)).append(") ").append(all.get(i)).append('\n');
    }
    prompt.append("\nQuote the evidence, then write the option on the last line.");
    assertThat(count("Read carefully.", prompt.toString(), expected)).isBetween(92L, 100L);
  }
}
