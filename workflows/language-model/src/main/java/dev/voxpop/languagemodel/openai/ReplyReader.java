package dev.voxpop.languagemodel.openai;

import static dev.voxpop.contracts.failure.FailureType.CONTENT_FILTERED;
import static dev.voxpop.contracts.failure.FailureType.MODEL_REPLY_MALFORMED;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.voxpop.languagemodel.ModelFailure;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Reply.Choice;
import dev.voxpop.languagemodel.Reply.Finish;
import dev.voxpop.languagemodel.SafeText;
import dev.voxpop.languagemodel.Usage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reply in the bytes of an envelope, for completions and chat.
 *
 * <p>Lenient where servers differ: content may be a text, a list of parts or null;
 * log-probabilities may have the completion's or the chat's form in either kind of reply; usage and
 * model may be missing. Strict where meaning is at stake: no choices, a choice without text or
 * message, anything that is not JSON, nesting deeper than {@value #DEEPEST} are malformed.
 */
final class ReplyReader {

  private static final int DEEPEST = 64;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(Integer.MAX_VALUE)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String alias;

  ReplyReader(String alias) {
    this.alias = alias;
  }

  /**
   * Reads an envelope.
   *
   * @param promptTokens our estimate, for a provider that reports no usage
   */
  Reply read(byte[] body, long promptTokens, Duration latency) {
    JsonNode envelope = parse(body);
    JsonNode list = envelope.path("choices");
    if (!list.isArray() || list.isEmpty()) {
      throw malformed(body, "has no choices", usageOf(envelope.path("usage")));
    }
    List<JsonNode> sorted = new ArrayList<>(list.size());
    list.forEach(sorted::add);
    sorted.sort(Comparator.comparingInt(choice -> choice.path("index").asInt(0)));
    List<Choice> choices = new ArrayList<>(sorted.size());
    for (JsonNode choice : sorted) {
      choices.add(choice(choice, body));
    }
    Usage reported = usageOf(envelope.path("usage"));
    Usage usage = reported == null ? estimate(promptTokens, choices) : reported;
    Reply reply =
        new Reply(choices, usage, SafeText.clean(envelope.path("model").asText("")), latency);
    return requireUnfiltered(reply, alias);
  }

  /** The reply, unless the filter left nothing of it. */
  static Reply requireUnfiltered(Reply reply, String alias) {
    if (reply.choices().stream().allMatch(choice -> choice.finish() == Finish.FILTERED)) {
      throw ModelFailure.of(
              CONTENT_FILTERED,
              "The content filter of model alias \""
                  + alias
                  + "\" removed the reply.\nMaybe use another model for this study.")
          .status(200)
          .raw(reply.first().text())
          .charged(reply.usage())
          .failure();
    }
    return reply;
  }

  /** What a provider that reports nothing will have counted, at four characters a token. */
  static Usage estimate(long promptTokens, List<Choice> choices) {
    long output = choices.stream().mapToLong(c -> Math.ceilDiv(c.text().length(), 4)).sum();
    return new Usage(promptTokens, 0, output, 0, Usage.Source.ESTIMATED);
  }

  private JsonNode parse(byte[] body) {
    try {
      JsonNode envelope = MAPPER.readTree(body);
      if (envelope != null && envelope.isObject()) {
        return envelope;
      }
    } catch (IOException e) {
      throw RawKeeper.malformed(body, alias, e);
    }
    throw malformed(body, "is not an object", null);
  }

  private Choice choice(JsonNode choice, byte[] body) {
    JsonNode message = choice.path("message");
    JsonNode content = message.isObject() ? message.path("content") : choice.path("text");
    if (content.isMissingNode() && !message.isObject()) {
      throw malformed(body, "has a choice without text", null);
    }
    String text = text(content);
    String refusal = text(message.path("refusal"));
    boolean refused = !refusal.isEmpty() && text.isEmpty();
    return new Choice(
        SafeText.clean(refused ? refusal : text),
        refused ? Finish.REFUSAL : finish(choice.path("finish_reason").asText("")),
        LogprobReader.tokens(choice.path("logprobs")));
  }

  private static String text(JsonNode content) {
    if (content.isArray()) {
      StringBuilder parts = new StringBuilder();
      content.forEach(part -> parts.append(part.path("text").asText("")));
      return parts.toString();
    }
    return content.isTextual() ? content.textValue() : "";
  }

  private static Finish finish(String reason) {
    return switch (reason) {
      case "stop", "eos", "stop_sequence", "end_turn" -> Finish.STOP;
      case "length", "max_tokens" -> Finish.LENGTH;
      case "content_filter" -> Finish.FILTERED;
      case "refusal" -> Finish.REFUSAL;
      default -> Finish.OTHER;
    };
  }

  private static @Nullable Usage usageOf(JsonNode usage) {
    if (!usage.path("prompt_tokens").isNumber() || !usage.path("completion_tokens").isNumber()) {
      return null;
    }
    long cached =
        usage
            .path("prompt_tokens_details")
            .path("cached_tokens")
            .asLong(usage.path("prompt_cache_hit_tokens").asLong(0));
    return new Usage(
        usage.path("prompt_tokens").asLong(),
        cached,
        usage.path("completion_tokens").asLong(),
        usage.path("completion_tokens_details").path("reasoning_tokens").asLong(0),
        Usage.Source.REPORTED);
  }

  private ModelFailure malformed(byte[] body, String what, @Nullable Usage usage) {
    ModelFailure.Details details =
        ModelFailure.of(
                MODEL_REPLY_MALFORMED,
                "A reply of model alias \"%s\" %s.\nMaybe base-url points at something else."
                    .formatted(alias, what))
            .status(200)
            .raw(RawKeeper.head(body));
    return (usage == null ? details.maybeCharged() : details.charged(usage)).failure();
  }
}
