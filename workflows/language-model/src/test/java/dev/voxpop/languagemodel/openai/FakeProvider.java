package dev.voxpop.languagemodel.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A well-behaved provider for the scripted server: one word is one token, the words depend on
 * prompt, seed and choice.
 */
final class FakeProvider implements ScriptedServer.Script {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int WORDS = 12;

  @Override
  public void play(ScriptedServer.Request request, OutputStream out) throws IOException {
    JsonNode asked = MAPPER.readTree(request.body());
    if (!asked.path("model").asText().equals("fake-1")) {
      ScriptedServer.json(
              404,
              "{\"error\":{\"message\":\"no such model\",\"type\":\"invalid_request_error\",\"code\":\"model_not_found\"}}")
          .play(request, out);
      return;
    }
    boolean chat = request.line().startsWith("POST /v1/chat/completions ");
    ObjectNode reply = MAPPER.createObjectNode().put("id", "r-1").put("model", "fake-1-2026");
    reply.put("object", chat ? "chat.completion" : "text_completion").put("created", 1);
    ArrayNode choices = reply.putArray("choices");
    int output = 0;
    for (int i = 0; i < asked.path("n").asInt(1); i++) {
      List<String> words = words(asked, i);
      output += words.size();
      choices.add(chat ? chatChoice(asked, words, i) : textChoice(asked, words, i));
    }
    reply
        .putObject("usage")
        .put("prompt_tokens", 7)
        .put("completion_tokens", output)
        .put("total_tokens", 7 + output)
        .putObject("prompt_tokens_details")
        .put("cached_tokens", 3);
    ScriptedServer.json(200, MAPPER.writeValueAsString(reply)).play(request, out);
  }

  private static List<String> words(JsonNode asked, int choice) {
    String key =
        asked.path("prompt").asText() + asked.path("messages") + asked.path("seed") + choice;
    int hash = Math.floorMod(key.hashCode(), 1000);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < Math.min(WORDS, asked.path("max_tokens").asInt()); i++) {
      String word = " w" + (hash + i);
      for (JsonNode stop : asked.path("stop")) {
        if (word.contains(stop.asText())) {
          return words;
        }
      }
      words.add(word);
    }
    return words;
  }

  private static ObjectNode textChoice(JsonNode asked, List<String> words, int index) {
    ObjectNode choice = MAPPER.createObjectNode().put("index", index);
    choice.put("text", String.join("", words)).put("finish_reason", finish(words));
    int top = asked.path("logprobs").asInt(0);
    if (top > 0) {
      ObjectNode logprobs = choice.putObject("logprobs");
      ArrayNode tokens = logprobs.putArray("tokens");
      ArrayNode values = logprobs.putArray("token_logprobs");
      ArrayNode tops = logprobs.putArray("top_logprobs");
      for (String word : words) {
        tokens.add(word);
        values.add(-0.5);
        ObjectNode map = tops.addObject();
        for (int i = top - 1; i >= 0; i--) {
          map.put(i == 0 ? word : " alt" + i, -0.5 - i);
        }
      }
    }
    return choice;
  }

  private static ObjectNode chatChoice(JsonNode asked, List<String> words, int index) {
    ObjectNode choice = MAPPER.createObjectNode().put("index", index);
    choice.put("finish_reason", finish(words));
    choice.putObject("message").put("role", "assistant").put("content", String.join("", words));
    if (asked.path("logprobs").asBoolean(false)) {
      ArrayNode content = choice.putObject("logprobs").putArray("content");
      for (String word : words) {
        ObjectNode token = content.addObject().put("token", word).put("logprob", -0.5);
        token.putNull("bytes");
        ArrayNode tops = token.putArray("top_logprobs");
        for (int i = asked.path("top_logprobs").asInt() - 1; i >= 0; i--) {
          tops.addObject()
              .put("token", i == 0 ? word : " alt" + i)
              .put("logprob", -0.5 - i)
              .putNull("bytes");
        }
      }
    }
    return choice;
  }

  private static String finish(List<String> words) {
    return words.size() < WORDS ? "length" : "stop";
  }
}
