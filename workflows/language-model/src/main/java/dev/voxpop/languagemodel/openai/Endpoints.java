package dev.voxpop.languagemodel.openai;

import dev.voxpop.languagemodel.GatedEndpoint;
import dev.voxpop.languagemodel.LanguageModel;
import dev.voxpop.languagemodel.ModelEndpoint;
import dev.voxpop.languagemodel.Prompt;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.openai.ModelSettings.Kind;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * The way from settings to an endpoint: which adapter answers which prompt.
 *
 * <p>A conversation with one choice goes through langchain4j's chat model; texts to continue,
 * several choices and provider-specific parameters go through our own client. Each endpoint builds
 * its clients once and keeps them.
 */
public final class Endpoints {

  private final InstantSource clock;
  private final RandomGenerator random;

  private Endpoints(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** Endpoints that read dates by this clock and jitter waits by this generator. */
  public static Endpoints with(InstantSource clock, RandomGenerator random) {
    return new Endpoints(clock, random);
  }

  /** Opens an alias. The running application's container is needed; no connection is made yet. */
  public ModelEndpoint open(ModelSettings settings) {
    ModelSettings.Transport transport = settings.transport();
    return GatedEndpoint.of(
        settings.facts(),
        settings.pricing(),
        model(settings),
        new GatedEndpoint.Limits(
            transport.callsPerMinute(), transport.tokensPerMinute(), System::nanoTime));
  }

  private LanguageModel model(ModelSettings settings) {
    Wiring wiring = new Wiring(settings, clock, random);
    LanguageModel direct = DirectModel.open(wiring);
    if (settings.kind() != Kind.CHAT || !settings.extras().isEmpty()) {
      return direct;
    }
    return new Routed(settings, ChatModelAdapter.open(wiring), direct);
  }

  private record Routed(ModelSettings settings, LanguageModel chat, LanguageModel direct)
      implements LanguageModel {

    @Override
    public Reply ask(Prompt prompt) {
      return (ChatModelAdapter.suits(prompt, settings) ? chat : direct).ask(prompt);
    }
  }
}
