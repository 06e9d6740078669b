package dev.voxpop.simulator.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PromptReaderTest {
  private static final String BLOCK =
      "Question: How old are you?\n(A) 18 to 49\n(B) 50 or older\nAnswer with (A) or (B).\nAnswer:";

  @ParameterizedTest
  @CsvSource({
    "(A) ,(B) ",
    "[A] ,[B] ",
    "A. ,B. ",
    "A ,B ",
    "(a) ,(b) ",
    "[a] ,[b] ",
    "a. ,b. ",
    "a ,b ",
    "(1) ,(2) ",
    "[1] ,[2] ",
    "1. ,2. ",
    "1 ,2 ",
    "A) ,B) ",
    "{A} ,{B} "
  })
  void options_anyMark_areFound(String first, String second) {
    String prompt =
        "I like the sea.\n\nPlease answer as before.\nSurveyor: Is it wide?\n"
            + first.strip()
            + " Very wide\n"
            + second.strip()
            + " Not wide\nRespondent:";
    Prompt read = PromptReader.completion(prompt);
    assertThat(read.task())
        .isInstanceOfSatisfying(
            Task.Choose.class,
            task -> {
              assertThat(task.question().text()).isEqualTo("Is it wide?");
              assertThat(task.question().options()).containsExactly("Very wide", "Not wide");
              assertThat(task.question().style().mark(1)).isEqualTo(second.strip());
            });
    assertThat(read.before()).containsExactly(new Part.Prose("I like the sea.\n\n"));
  }

  @Test
  void options_thirtyNumbered_areAllFound() {
    List<String> lines = new ArrayList<>(List.of("Q: Which?"));
    for (int i = 1; i <= 30; i++) {
      lines.add("(" + i + ") Thing " + i);
    }
    lines.add("A:");
    Prompt read = PromptReader.completion(String.join("\n", lines));
    assertThat(read.task())
        .isInstanceOfSatisfying(
            Task.Choose.class, task -> assertThat(task.question().options()).hasSize(30));
  }

  @Test
  void series_answeredBlocks_areExchanges() {
    Prompt read = PromptReader.completion("My story.\n\n" + BLOCK + " (B)\n\n" + BLOCK);
    assertThat(read.before()).hasSize(2);
    assertThat(read.before().get(1))
        .isInstanceOfSatisfying(
            Part.Exchange.class, exchange -> assertThat(exchange.place()).isEqualTo(1));
  }

  @Test
  void cue_withOpeningBracket_asksForTheSymbol() {
    assertThat(PromptReader.completion(BLOCK + " (").task())
        .isInstanceOfSatisfying(
            Task.Choose.class, task -> assertThat(task.opening()).isEqualTo(Task.Opening.BRACKET));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Question: How old are you?\n(A) 18 to 49\n(B) 50 or older",
        "Question: How old are you?\n(A) 18 to 49\n(B) 50 or older\nAnswer: ",
        "Question: How old are you?\n(A) 18 to 49\n(B) 50 or older\nAnswer:\n",
        "Question: How old are you?\n(A) 18 to 49\n(C) 50 or older\nAnswer:",
        "Question: How old are you?\n(A) 18 to 49\n\n(B) 50 or older\n\nAnswer:",
        "(A) 18 to 49\n(B) 50 or older\nAnswer:",
        "Question: How old are you? (A) 18 to 49 (B) 50 or older\nAnswer:",
        "Question: What is the capital?\nAnswer:",
        ""
      })
  void prompt_inAnotherFormat_isUnclear(String prompt) {
    assertThat(PromptReader.completion(prompt).task()).isInstanceOf(Task.Unclear.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Question: Tell me about yourself.\n\nAnswer:",
        "Interviewer: Could you tell me the story of your life? Please go into detail.\n\nInterviewee:",
        "Question: Who are you, and what has your life been like?\n\nAnswer:",
        "Surveyor: Please describe your background and how you grew up.\nRespondent:"
      })
  void question_aboutALife_asksForAStory(String prompt) {
    assertThat(PromptReader.completion(prompt).task()).isInstanceOf(Task.Tell.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Question: I would like to hear about your life. Are you willing to answer openly?\n\nAnswer:",
        "Surveyor: May I ask you about yourself?\n\nRespondent:",
        "Question: We are about to talk about who you are. Will you answer in as much detail as you are comfortable with?\n\nAnswer:"
      })
  void question_aboutWillingness_asksForConsent(String prompt) {
    assertThat(PromptReader.completion(prompt).task()).isInstanceOf(Task.Consent.class);
  }

  @Test
  void chat_turns_areReadLikeOneText() {
    Prompt read =
        PromptReader.chat(
            List.of(
                new Turn(Turn.Role.SYSTEM, "Answer as the person described."),
                new Turn(
                    Turn.Role.USER, "My story.\n\nHow old are you?\n(A) 18 to 49\n(B) 50 or older"),
                new Turn(Turn.Role.ASSISTANT, "(A) 18 to 49"),
                new Turn(
                    Turn.Role.USER,
                    "Is the sea wide?\n(A) Yes\n(B) No\nPlease answer with (A) or (B).")));
    assertThat(read.task())
        .isInstanceOfSatisfying(
            Task.Choose.class,
            task -> assertThat(task.question().text()).isEqualTo("Is the sea wide?"));
    assertThat(read.before().getLast())
        .isInstanceOfSatisfying(
            Part.Exchange.class, exchange -> assertThat(exchange.place()).isZero());
  }

  @Test
  void chat_optionNotMentioned_asksForASearch() {
    Prompt read =
        PromptReader.chat(
            List.of(
                new Turn(Turn.Role.SYSTEM, "Read the text and say what it states."),
                new Turn(
                    Turn.Role.USER,
                    "Text:\nI am 34 years old.\n\nWhat does the text state about the person's age?\n(A) 18 to 49\n(B) 50 or older\n(C) Was not mentioned\n\nGive the evidence first, then the option on the last line.")));
    assertThat(read.task())
        .isInstanceOfSatisfying(Task.Locate.class, task -> assertThat(task.silent()).isEqualTo(2));
  }

  @Test
  void chat_askedForAVerdict_judgesWhatFollowsTheExamples() {
    Prompt read =
        PromptReader.chat(
            List.of(
                new Turn(
                    Turn.Role.USER,
                    "Decide whether a text is a first-person narrative. End with yes or no.\n\nText: He sang.\nVerdict: no\n\nText: I sang and I danced and I went home to my own small house by the river to sleep.")));
    assertThat(read.task())
        .isInstanceOfSatisfying(
            Task.Judge.class, task -> assertThat(task.text()).startsWith("Text: I sang"));
  }
}
