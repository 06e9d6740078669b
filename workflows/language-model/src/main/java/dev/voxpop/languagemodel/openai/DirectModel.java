package dev.voxpop.languagemodel.openai;

import dev.voxpop.languagemodel.LanguageModel;
import dev.voxpop.languagemodel.Prompt;
import dev.voxpop.languagemodel.Reply;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A model behind our own REST client: texts to continue, several choices in one request,
 * provider-specific parameters.
 */
final class DirectModel implements LanguageModel {

  private final String alias;
  private final OpenAiApi api;
  private final ApiKey key;
  private final Requests requests;
  private final ReplyReader reader;

  private DirectModel(ModelSettings settings, OpenAiApi api) {
    this.alias = settings.alias();
    this.api = api;
    this.key = ApiKey.of(settings.alias(), settings.apiKeyFile());
    this.requests = new Requests(settings);
    this.reader = new ReplyReader(settings.alias());
  }

  static DirectModel open(Wiring wiring) {
    ModelSettings settings = wiring.settings();
    OpenAiApi api =
        wiring.during(
            () ->
                QuarkusRestClientBuilder.newBuilder()
                    .baseUri(settings.baseUrl())
                    .build(OpenAiApi.class));
    return new DirectModel(settings, api);
  }

  @Override
  public Reply ask(Prompt prompt) {
    String bearer = key.bearer();
    byte[] request = requests.write(prompt);
    long start = System.nanoTime();
    byte[] body = send(prompt, bearer, request);
    Duration latency = Duration.ofNanos(System.nanoTime() - start);
    return reader.read(body, Math.ceilDiv(prompt.length(), 4), latency);
  }

  private byte[] send(Prompt prompt, @Nullable String bearer, byte[] request) {
    try {
      byte[] body =
          switch (prompt) {
            case Prompt.Text _ -> api.complete(bearer, request);
            case Prompt.Chat _ -> api.chat(bearer, request);
          };
      return body == null ? new byte[0] : body;
    } catch (RuntimeException e) {
      throw Failures.of(e, alias);
    }
  }
}
