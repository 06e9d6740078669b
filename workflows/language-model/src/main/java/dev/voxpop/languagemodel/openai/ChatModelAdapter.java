package dev.voxpop.languagemodel.openai;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.languagemodel.Decoding;
import dev.voxpop.languagemodel.LanguageModel;
import dev.voxpop.languagemodel.ModelFailure;
import dev.voxpop.languagemodel.Prompt;
import dev.voxpop.languagemodel.PromptText;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Reply.Choice;
import dev.voxpop.languagemodel.Reply.Finish;
import dev.voxpop.languagemodel.SafeText;
import dev.voxpop.languagemodel.openai.ModelSettings.OutputLimit;
import io.quarkiverse.langchain4j.openai.QuarkusOpenAiChatModelBuilderFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A model behind langchain4j's {@link ChatModel}: conversations with one choice.
 *
 * <p>Built in code, one per alias, because aliases are a map in the configuration and langchain4j's
 * own named models are fixed when the application is built. Its retry is off, its sampling defaults
 * are left out, its client is wired like our own.
 */
final class ChatModelAdapter implements LanguageModel {

  private final ModelSettings settings;
  private final ChatModel model;

  private ChatModelAdapter(ModelSettings settings, ChatModel model) {
    this.settings = settings;
    this.model = model;
  }

  static ChatModelAdapter open(Wiring wiring) {
    ModelSettings settings = wiring.settings();
    ApiKey key = ApiKey.of(settings.alias(), settings.apiKeyFile());
    return new ChatModelAdapter(settings, wiring.during(() -> build(settings, key)));
  }

  private static ChatModel build(ModelSettings settings, ApiKey key) {
    var builder = (QuarkusOpenAiChatModelBuilderFactory.Builder) OpenAiChatModel.builder();
    return builder
        .configName("voxpop-" + settings.alias())
        .baseUrl(settings.baseUrl().toString())
        .customHeaders(() -> headers(key))
        .modelName(settings.model())
        .timeout(settings.transport().callTimeout().plusSeconds(1))
        .maxRetries(0)
        .strictJsonSchema(true)
        .build();
  }

  private static Map<String, String> headers(ApiKey key) {
    String bearer = key.bearer();
    return bearer == null ? Map.of() : Map.of("Authorization", bearer);
  }

  /** Whether this prompt can go this way and come back whole. */
  static boolean suits(Prompt prompt, ModelSettings settings) {
    return prompt instanceof Prompt.Chat chat
        && chat.decoding().choices() == 1
        && settings.extras().isEmpty()
        && !isBlank(chat.system())
        && chat.messages().stream().noneMatch(message -> message.content().length() == 0);
  }

  /** Whether it has characters, but none that langchain4j would send. */
  private static boolean isBlank(PromptText text) {
    return text.length() > 0 && text.length() < 64 && text.toString().isBlank();
  }

  @Override
  public Reply ask(Prompt prompt) {
    if (!(prompt instanceof Prompt.Chat chat)) {
      throw new IllegalArgumentException("Only conversations go through a chat model.");
    }
    ChatRequest request = request(chat);
    long promptTokens = Math.ceilDiv(prompt.length(), 4);
    long start = System.nanoTime();
    try {
      var response = model.chat(request);
      return ChatReplies.read(response, promptTokens, since(start), settings.alias());
    } catch (ContentFilteredException refusal) {
      return refused(refusal, promptTokens, since(start));
    } catch (RuntimeException e) {
      throw failure(e);
    }
  }

  /** What langchain4j stumbles over while it reads is the envelope's fault. */
  private ModelFailure failure(RuntimeException thrown) {
    ModelFailure failure = Failures.of(thrown, settings.alias());
    return failure.type() == FailureType.INTERNAL_DEFECT
        ? RawKeeper.malformed(new byte[0], settings.alias(), thrown)
        : failure;
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private ChatRequest request(Prompt.Chat chat) {
    List<ChatMessage> messages =
        Requests.turns(chat, settings.capabilities().systemRole()).stream()
            .map(ChatModelAdapter::message)
            .toList();
    return ChatRequest.builder().messages(messages).parameters(parameters(chat.decoding())).build();
  }

  private OpenAiChatRequestParameters parameters(Decoding decoding) {
    boolean plain = settings.capabilities().outputLimit() == OutputLimit.MAX_TOKENS;
    boolean seeded = settings.capabilities().supportsSeed() && decoding.seed().isPresent();
    boolean logprobs = decoding.topLogprobs() > 0;
    return OpenAiChatRequestParameters.builder()
        .temperature(decoding.temperature())
        .topP(decoding.topP())
        .maxOutputTokens(plain ? decoding.maxTokens() : null)
        .maxCompletionTokens(plain ? null : decoding.maxTokens())
        .stopSequences(decoding.stops().isEmpty() ? null : decoding.stops())
        .seed(seeded ? decoding.seed().getAsInt() : null)
        .logprobs(logprobs ? true : null)
        .topLogprobs(logprobs ? decoding.topLogprobs() : null)
        .responseFormat(decoding.schema().map(ChatModelAdapter::format).orElse(null))
        .build();
  }

  private static ResponseFormat format(Decoding.Schema schema) {
    return ResponseFormat.builder()
        .type(ResponseFormatType.JSON)
        .jsonSchema(
            JsonSchema.builder()
                .name(schema.name())
                .rootElement(JsonRawSchema.from(schema.json()))
                .build())
        .build();
  }

  private static ChatMessage message(Requests.Turn turn) {
    String text = turn.content().toString();
    return switch (turn.role()) {
      case "system" -> SystemMessage.from(text);
      case "assistant" -> AiMessage.from(text);
      default -> UserMessage.from(text);
    };
  }

  /** langchain4j throws a refusal's text and drops its usage; for us it is an answer. */
  private static Reply refused(
      ContentFilteredException refusal, long promptTokens, Duration latency) {
    String text = refusal.getMessage() == null ? "" : SafeText.clean(refusal.getMessage());
    List<Choice> choices = List.of(Choice.of(text, Finish.REFUSAL));
    return new Reply(choices, ReplyReader.estimate(promptTokens, choices), "", latency);
  }
}
