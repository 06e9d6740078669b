package dev.voxpop.languagemodel.openai;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.LogProb;
import dev.langchain4j.model.openai.OpenAiChatResponseMetadata;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Reply.Alternative;
import dev.voxpop.languagemodel.Reply.Choice;
import dev.voxpop.languagemodel.Reply.Finish;
import dev.voxpop.languagemodel.Reply.Token;
import dev.voxpop.languagemodel.SafeText;
import dev.voxpop.languagemodel.Usage;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** langchain4j's response as a reply. */
final class ChatReplies {

  private static final Comparator<Alternative> LIKELIEST_FIRST =
      Comparator.comparingDouble(Alternative::logprob).reversed().thenComparing(Alternative::text);

  private ChatReplies() {}

  static Reply read(ChatResponse response, long promptTokens, Duration latency, String alias) {
    String text = response.aiMessage().text();
    Choice choice =
        new Choice(
            text == null ? "" : SafeText.clean(text),
            finish(response.finishReason()),
            tokens(response));
    String model = response.modelName();
    Reply reply =
        new Reply(
            List.of(choice),
            usage(response.tokenUsage(), promptTokens, choice),
            model == null ? "" : SafeText.clean(model),
            latency);
    return ReplyReader.requireUnfiltered(reply, alias);
  }

  private static Finish finish(@Nullable FinishReason reason) {
    return switch (reason) {
      case STOP -> Finish.STOP;
      case LENGTH -> Finish.LENGTH;
      case CONTENT_FILTER -> Finish.FILTERED;
      case null, default -> Finish.OTHER;
    };
  }

  private static Usage usage(@Nullable TokenUsage usage, long promptTokens, Choice choice) {
    if (usage == null || usage.inputTokenCount() == null || usage.outputTokenCount() == null) {
      return ReplyReader.estimate(promptTokens, List.of(choice));
    }
    long cached = 0;
    long reasoning = 0;
    if (usage instanceof OpenAiTokenUsage detailed) {
      var input = detailed.inputTokensDetails();
      var output = detailed.outputTokensDetails();
      cached = input == null ? 0 : orZero(input.cachedTokens());
      reasoning = output == null ? 0 : orZero(output.reasoningTokens());
    }
    return new Usage(
        usage.inputTokenCount(),
        cached,
        usage.outputTokenCount(),
        reasoning,
        Usage.Source.REPORTED);
  }

  private static long orZero(@Nullable Integer count) {
    return count == null ? 0 : count;
  }

  private static List<Token> tokens(ChatResponse response) {
    if (!(response.metadata() instanceof OpenAiChatResponseMetadata metadata)
        || metadata.logProbs() == null) {
      return List.of();
    }
    return metadata.logProbs().stream()
        .filter(token -> token.logprob() != null)
        .map(token -> new Token(text(token), logprob(token), alternatives(token)))
        .toList();
  }

  private static List<Alternative> alternatives(LogProb token) {
    if (token.topLogprobs() == null) {
      return List.of();
    }
    return token.topLogprobs().stream()
        .filter(other -> other.logprob() != null)
        .map(other -> new Alternative(text(other), logprob(other)))
        .sorted(LIKELIEST_FIRST)
        .toList();
  }

  private static String text(LogProb token) {
    return token.token() == null ? "" : SafeText.clean(token.token());
  }

  private static double logprob(LogProb token) {
    return Math.min(0, token.logprob());
  }
}
