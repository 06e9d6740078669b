package dev.voxpop.simulator.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voxpop.simulator.reading.Turn;
import dev.voxpop.simulator.server.ApiRequest.Form;
import dev.voxpop.simulator.speaking.Ask;
import dev.voxpop.simulator.speaking.Sampling;
import dev.voxpop.simulator.speaking.Script;
import dev.voxpop.simulator.speaking.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads and checks the bodies of requests. Unknown fields are ignored, as the API does. */
final class RequestReader {
  private static final int MOST_CHOICES = 128;
  private static final int MOST_STOPS = 16;
  private static final int MOST_ALTERNATIVES = 20;
  private static final int DEFAULT_TEXT_TOKENS = 16;
  private static final int DEFAULT_CHAT_TOKENS = 4_096;

  private RequestReader() {}

  static ApiRequest read(ObjectMapper json, byte[] body, Form form) throws ApiException {
    JsonNode root = tree(json, body);
    String model = Fields.text(root, "model");
    if (!model.equals(form.model())) {
      throw ApiException.unknownModel(model);
    }
    refuse(root, "stream");
    refuse(root, "echo");
    Script script =
        form == Form.TEXT ? new Script.Text(prompt(root)) : new Script.Chat(turns(root));
    OptionalLong seed = seed(root);
    Sampling sampling = sampling(root, form, seed.orElse(0));
    Optional<Shape> shape = JsonShape.of(json, root.path("response_format"));
    int n = Fields.whole(root, "n", 1, 1, MOST_CHOICES);
    return new ApiRequest(form, new Ask(model, script, sampling, shape), n, seed, top(root, form));
  }

  private static Sampling sampling(JsonNode root, Form form, long seed) throws ApiException {
    double temperature = Fields.real(root, "temperature", 0, 2);
    double topP = Fields.real(root, "top_p", Double.MIN_VALUE, 1);
    return new Sampling(temperature, topP, seed, maxTokens(root, form), stops(root));
  }

  private static JsonNode tree(ObjectMapper json, byte[] body) throws ApiException {
    try {
      JsonNode root = json.readTree(body);
      if (root == null || !root.isObject()) {
        throw ApiException.malformed("The request body is not a JSON object.", null);
      }
      return root;
    } catch (JsonProcessingException e) {
      throw ApiException.malformed(
          "We could not parse the JSON body of your request: " + e.getOriginalMessage(), null);
    } catch (IOException e) {
      throw ApiException.malformed("We could not read the body of your request.", null);
    }
  }

  private static void refuse(JsonNode root, String name) throws ApiException {
    if (root.path(name).asBoolean(false)) {
      throw ApiException.malformed("This simulator does not support '" + name + "'.", name);
    }
  }

  private static String prompt(JsonNode root) throws ApiException {
    JsonNode prompt = root.path("prompt");
    boolean single = prompt.isArray() && prompt.size() == 1 && prompt.get(0).isTextual();
    return single ? prompt.get(0).textValue() : Fields.text(root, "prompt");
  }

  private static List<Turn> turns(JsonNode root) throws ApiException {
    JsonNode messages = root.path("messages");
    if (!messages.isArray() || messages.isEmpty()) {
      throw ApiException.malformed("'messages' must be a non-empty array.", "messages");
    }
    List<Turn> turns = new ArrayList<>();
    for (JsonNode message : messages) {
      turns.add(new Turn(role(message), content(message)));
    }
    return turns;
  }

  private static Turn.Role role(JsonNode message) throws ApiException {
    return switch (Fields.text(message, "role")) {
      case "system", "developer" -> Turn.Role.SYSTEM;
      case "user" -> Turn.Role.USER;
      case "assistant" -> Turn.Role.ASSISTANT;
      default ->
          throw ApiException.malformed(
              "Invalid role in 'messages': " + message.path("role"), "messages");
    };
  }

  private static String content(JsonNode message) throws ApiException {
    if (!message.path("content").isArray()) {
      return Fields.text(message, "content");
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode part : message.path("content")) {
      text.append(part.path("text").asText(""));
    }
    return text.toString();
  }

  private static int maxTokens(JsonNode root, Form form) throws ApiException {
    String name = root.hasNonNull("max_completion_tokens") ? "max_completion_tokens" : "max_tokens";
    return Fields.whole(
        root, name, form == Form.TEXT ? DEFAULT_TEXT_TOKENS : DEFAULT_CHAT_TOKENS, 1, 1 << 20);
  }

  private static List<String> stops(JsonNode root) throws ApiException {
    JsonNode stop = root.path("stop");
    List<String> stops = new ArrayList<>();
    if (stop.isTextual()) {
      stops.add(stop.textValue());
    } else if (stop.isArray() && stop.size() <= MOST_STOPS) {
      stop.forEach(one -> stops.add(one.asText("")));
    } else if (!stop.isMissingNode() && !stop.isNull()) {
      throw ApiException.malformed(
          "'stop' must be a string or an array of at most " + MOST_STOPS + " strings.", "stop");
    }
    if (stops.stream().anyMatch(String::isEmpty)) {
      throw ApiException.malformed("'stop' must not hold empty strings.", "stop");
    }
    return stops;
  }

  private static OptionalLong seed(JsonNode root) throws ApiException {
    JsonNode seed = root.path("seed");
    if (seed.isMissingNode() || seed.isNull()) {
      return OptionalLong.empty();
    }
    if (!seed.isIntegralNumber() || !seed.canConvertToLong()) {
      throw ApiException.malformed("'seed' must be an integer.", "seed");
    }
    return OptionalLong.of(seed.longValue());
  }

  private static int top(JsonNode root, Form form) throws ApiException {
    if (form == Form.TEXT) {
      return Fields.whole(root, "logprobs", -1, 0, MOST_ALTERNATIVES);
    }
    int top = Fields.whole(root, "top_logprobs", 0, 0, MOST_ALTERNATIVES);
    if (root.path("logprobs").asBoolean(false)) {
      return top;
    }
    if (top > 0) {
      throw ApiException.malformed("'top_logprobs' needs 'logprobs': true.", "top_logprobs");
    }
    return -1;
  }
}
