package dev.voxpop.languagemodel.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.languagemodel.ModelFailure;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Reply.Alternative;
import dev.voxpop.languagemodel.Reply.Choice;
import dev.voxpop.languagemodel.Reply.Finish;
import dev.voxpop.languagemodel.Reply.Token;
import dev.voxpop.languagemodel.Usage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyReaderTest {

  private static Reply read(String json) {
    return new ReplyReader("a")
        .read(json.getBytes(StandardCharsets.UTF_8), 25, Duration.ofMillis(3));
  }

  @Test
  void choices_outOfOrder_areSortedByIndex() {
    Reply reply =
        read(
            """
            {"choices": [{"index": 1, "text": "b", "finish_reason": "length"},
                         {"index": 0, "text": "a", "finish_reason": "stop"}]}
            """);
    assertThat(reply.choices())
        .containsExactly(Choice.of("a", Finish.STOP), Choice.of("b", Finish.LENGTH));
  }

  @Test
  void usage_missing_isEstimatedAtFourCharactersAToken() {
    Reply reply = read("{\"choices\": [{\"text\": \"nine char\"}]}");
    assertThat(reply.usage()).isEqualTo(new Usage(25, 0, 3, 0, Usage.Source.ESTIMATED));
    assertThat(reply.model()).isEmpty();
    assertThat(reply.first().finish()).isEqualTo(Finish.OTHER);
  }

  @Test
  void usage_withDetails_keepsCachedAndReasoningApart() {
    Reply reply =
        read(
            """
            {"choices": [{"text": ""}], "model": "m-2", "usage": {"prompt_tokens": 100,
             "completion_tokens": 40, "prompt_tokens_details": {"cached_tokens": 64},
             "completion_tokens_details": {"reasoning_tokens": 30}}}
            """);
    assertThat(reply.usage()).isEqualTo(new Usage(100, 64, 40, 30, Usage.Source.REPORTED));
    assertThat(reply.model()).isEqualTo("m-2");
  }

  @Test
  void content_inParts_isJoined() {
    Reply reply =
        read(
            """
            {"choices": [{"message": {"content": [{"type": "text", "text": "a"},
                                                  {"type": "text", "text": "b"}]}}]}
            """);
    assertThat(reply.first().text()).isEqualTo("ab");
  }

  @Test
  void content_nullAfterReasoning_isEmpty() {
    Reply reply =
        read("{\"choices\": [{\"message\": {\"content\": null}, \"finish_reason\": \"length\"}]}");
    assertThat(reply.first()).isEqualTo(Choice.of("", Finish.LENGTH));
  }

  @Test
  void logprobs_inCompletionForm_leaveOutWhatHasNoNumber() {
    Reply reply =
        read(
            """
            {"choices": [{"text": " B", "logprobs": {"tokens": ["", " B", ")"],
              "token_logprobs": [null, -0.1, 1e-9],
              "top_logprobs": [null, {" A": -3, " B": -0.1, "": null}, {}]}}]}
            """);
    assertThat(reply.first().tokens())
        .containsExactly(
            new Token(" B", -0.1, List.of(new Alternative(" B", -0.1), new Alternative(" A", -3))),
            new Token(")", 0, List.of()));
  }

  @Test
  void logprobs_inChatFormWithinACompletion_areRead() {
    Reply reply =
        read(
            """
            {"choices": [{"text": " B", "logprobs": {"content": [{"token": " B", "logprob": -0.2,
              "bytes": null, "top_logprobs": [{"token": " B", "logprob": -0.2, "bytes": null}]}]}}]}
            """);
    assertThat(reply.first().tokens())
        .containsExactly(new Token(" B", -0.2, List.of(new Alternative(" B", -0.2))));
  }

  @Test
  void choices_partlyFiltered_areKept() {
    Reply reply =
        read(
            """
            {"choices": [{"index": 0, "text": "", "finish_reason": "content_filter"},
                         {"index": 1, "text": "b", "finish_reason": "stop"}]}
            """);
    assertThat(reply.choices())
        .extracting(Choice::finish)
        .containsExactly(Finish.FILTERED, Finish.STOP);
  }

  @Test
  void choices_missingWithUsage_areMalformedAndCharged() {
    ModelFailure failure =
        catchThrowableOfType(
            ModelFailure.class,
            () -> read("{\"usage\": {\"prompt_tokens\": 4, \"completion_tokens\": 0}}"));
    assertThat(failure.type()).isEqualTo(FailureType.MODEL_REPLY_MALFORMED);
    assertThat(failure.charge()).isEqualTo(ModelFailure.Charge.REPORTED);
  }

  @Test
  void raw_ofALongReply_isAtMostTwoKibibytes() {
    ModelFailure failure =
        catchThrowableOfType(ModelFailure.class, () -> read("ä\u0000".repeat(5000)));
    assertThat(failure.raw().getBytes(StandardCharsets.UTF_8).length).isBetween(2000, 2048);
    assertThat(failure.raw()).doesNotContain("\u0000");
  }
}
