package dev.voxpop.languagemodel.openai;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.voxpop.languagemodel.Decoding;
import dev.voxpop.languagemodel.Message;
import dev.voxpop.languagemodel.Prompt;
import dev.voxpop.languagemodel.PromptText;
import dev.voxpop.languagemodel.openai.ModelSettings.OutputLimit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of requests.
 *
 * <p>Sampling parameters are always written, because servers differ in their defaults; a seed only
 * to a model that supports one. Extras come last and in the order of their names, so equal prompts
 * give equal bytes.
 */
final class Requests {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private final ModelSettings settings;
  private final Map<String, JsonNode> extras;

  Requests(ModelSettings settings) {
    this.settings = settings;
    this.extras = parse(settings.extras());
  }

  /** The body as JSON in UTF-8. */
  byte[] write(Prompt prompt) {
    try {
      return MAPPER.writeValueAsBytes(
          switch (prompt) {
            case Prompt.Text text -> textRequest(text);
            case Prompt.Chat chat -> chatRequest(chat);
          });
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A request could not be written.", e);
    }
  }

  /** The conversation as the provider takes it: an instruction without a role opens it. */
  static List<Turn> turns(Prompt.Chat chat, boolean systemRole) {
    List<Turn> turns = new ArrayList<>(chat.messages().size() + 1);
    boolean hasSystem = chat.system().length() > 0;
    if (hasSystem && systemRole) {
      turns.add(new Turn("system", chat.system()));
    }
    boolean opens = hasSystem && !systemRole;
    for (Message message : chat.messages()) {
      PromptText content = message.content();
      if (opens && message.role() == Message.Role.USER) {
        content = chat.system().plus("\n\n").plus(content.toString());
        opens = false;
      }
      turns.add(new Turn(message.role().wireName(), content));
    }
    return turns;
  }

  private TextRequest textRequest(Prompt.Text text) {
    Decoding decoding = text.decoding();
    return new TextRequest(
        settings.model(),
        text.text(),
        Sampling.of(decoding, settings),
        decoding.topLogprobs() == 0 ? null : decoding.topLogprobs(),
        extras);
  }

  private ChatRequest chatRequest(Prompt.Chat chat) {
    Decoding decoding = chat.decoding();
    boolean logprobs = decoding.topLogprobs() > 0;
    return new ChatRequest(
        settings.model(),
        turns(chat, settings.capabilities().systemRole()),
        Sampling.of(decoding, settings),
        logprobs ? true : null,
        logprobs ? decoding.topLogprobs() : null,
        extras);
  }

  private static Map<String, JsonNode> parse(Map<String, String> texts) {
    Map<String, JsonNode> parsed = new TreeMap<>();
    texts.forEach(
        (name, text) -> {
          try {
            parsed.put(name, MAPPER.readTree(text));
          } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                "Extra parameter " + name + " is not JSON.\nMaybe quote a text: \"text\".", e);
          }
        });
    return parsed;
  }

  /** One message on the wire. */
  record Turn(String role, @JsonSerialize(using = Encoded.class) PromptText content) {}

  /** What both kinds of request share. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Sampling(
      @JsonProperty("max_tokens") @Nullable Integer maxTokens,
      @JsonProperty("max_completion_tokens") @Nullable Integer maxCompletionTokens,
      double temperature,
      @JsonProperty("top_p") double topP,
      int n,
      @Nullable List<String> stop,
      @Nullable Integer seed,
      @JsonProperty("response_format") @Nullable ResponseFormat responseFormat) {

    static Sampling of(Decoding decoding, ModelSettings settings) {
      boolean plain = settings.capabilities().outputLimit() == OutputLimit.MAX_TOKENS;
      boolean seeded = settings.capabilities().supportsSeed() && decoding.seed().isPresent();
      return new Sampling(
          plain ? decoding.maxTokens() : null,
          plain ? null : decoding.maxTokens(),
          decoding.temperature(),
          decoding.topP(),
          decoding.choices(),
          decoding.stops().isEmpty() ? null : decoding.stops(),
          seeded ? decoding.seed().getAsInt() : null,
          decoding.schema().map(ResponseFormat::of).orElse(null));
    }
  }

  /** The form of a reply. */
  record ResponseFormat(String type, @JsonProperty("json_schema") NamedSchema schema) {

    static ResponseFormat of(Decoding.Schema schema) {
      return new ResponseFormat("json_schema", new NamedSchema(schema.name(), true, schema.json()));
    }

    /** A schema under a name, to be met exactly. */
    record NamedSchema(String name, boolean strict, @JsonRawValue String schema) {}
  }

  /** A text to continue. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TextRequest(
      String model,
      @JsonSerialize(using = Encoded.class) PromptText prompt,
      @JsonUnwrapped Sampling sampling,
      @Nullable Integer logprobs,
      @JsonAnyGetter Map<String, JsonNode> extras) {}

  /** A conversation to answer. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ChatRequest(
      String model,
      List<Turn> messages,
      @JsonUnwrapped Sampling sampling,
      @Nullable Boolean logprobs,
      @JsonProperty("top_logprobs") @Nullable Integer topLogprobs,
      @JsonAnyGetter Map<String, JsonNode> extras) {}

  /** Writes the bytes that a text already has. */
  static final class Encoded extends StdSerializer<PromptText> {

    Encoded() {
      super(PromptText.class);
    }

    @Override
    public void serialize(PromptText text, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      byte[] bytes = text.toJson();
      json.writeRawUTF8String(bytes, 0, bytes.length);
    }
  }
}
