package dev.voxpop.languagemodel.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.voxpop.languagemodel.Reply.Alternative;
import dev.voxpop.languagemodel.Reply.Token;
import dev.voxpop.languagemodel.SafeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The tokens and log-probabilities of one choice.
 *
 * <p>Two forms are in use. Completion: parallel lists {@code tokens}, {@code token_logprobs} and
 * {@code top_logprobs} (a map per token). Chat: a list {@code content} of tokens with their own
 * {@code top_logprobs}. Tokens and alternatives without a number are left out; numbers above zero,
 * which rounding can give, are zero; alternatives are sorted, likeliest first, ties by text.
 */
final class LogprobReader {

  private static final Comparator<Alternative> LIKELIEST_FIRST =
      Comparator.comparingDouble(Alternative::logprob).reversed().thenComparing(Alternative::text);

  private LogprobReader() {}

  static List<Token> tokens(JsonNode logprobs) {
    if (logprobs.path("content").isArray()) {
      return chatForm(logprobs.path("content"));
    }
    return logprobs.path("tokens").isArray() ? completionForm(logprobs) : List.of();
  }

  private static List<Token> chatForm(JsonNode content) {
    List<Token> tokens = new ArrayList<>(content.size());
    for (JsonNode token : content) {
      if (token.path("logprob").isNumber()) {
        List<Alternative> alternatives = new ArrayList<>();
        for (JsonNode other : token.path("top_logprobs")) {
          add(alternatives, other.path("token").asText(""), other.path("logprob"));
        }
        tokens.add(token(token.path("token").asText(""), token.path("logprob"), alternatives));
      }
    }
    return tokens;
  }

  private static List<Token> completionForm(JsonNode logprobs) {
    JsonNode texts = logprobs.path("tokens");
    List<Token> tokens = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      JsonNode logprob = logprobs.path("token_logprobs").path(i);
      if (logprob.isNumber()) {
        List<Alternative> alternatives = new ArrayList<>();
        logprobs
            .path("top_logprobs")
            .path(i)
            .properties()
            .forEach(entry -> add(alternatives, entry.getKey(), entry.getValue()));
        tokens.add(token(texts.path(i).asText(""), logprob, alternatives));
      }
    }
    return tokens;
  }

  private static Token token(String text, JsonNode logprob, List<Alternative> alternatives) {
    alternatives.sort(LIKELIEST_FIRST);
    return new Token(SafeText.clean(text), Math.min(0, logprob.asDouble()), alternatives);
  }

  private static void add(List<Alternative> to, String text, JsonNode logprob) {
    if (logprob.isNumber()) {
      to.add(new Alternative(SafeText.clean(text), Math.min(0, logprob.asDouble())));
    }
  }
}
