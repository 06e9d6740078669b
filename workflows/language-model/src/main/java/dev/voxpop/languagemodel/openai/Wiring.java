package dev.voxpop.languagemodel.openai;

import io.quarkus.rest.client.reactive.runtime.RestClientBuilderImpl;
import io.vertx.core.http.HttpClientOptions;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/**
 * What every HTTP client of one alias gets before it is built, our own and langchain4j's alike.
 *
 * <p>langchain4j builds its client out of reach, so this is handed over by the service-loaded
 * listener of the REST client: while {@link #during} runs, clients that are built get these
 * settings; all others of the application stay untouched.
 */
final class Wiring {

  private static final ScopedValue<Wiring> CURRENT = ScopedValue.newInstance();

  private static final String POOL_SIZE = "io.quarkus.rest.client.connection-pool-size";
  private static final String CONNECTION_TTL = "io.quarkus.rest.client.connection-ttl";

  /** Below the five idle seconds after which some servers close; in seconds. */
  private static final int IDLE_SECONDS = 4;

  private static final int MOST_HEADER_BYTES = 64 * 1024;

  private final ModelSettings settings;
  private final InstantSource clock;
  private final RandomGenerator random;

  Wiring(ModelSettings settings, InstantSource clock, RandomGenerator random) {
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  ModelSettings settings() {
    return settings;
  }

  /** Builds something; the REST clients it builds belong to this alias. */
  <T> T during(Supplier<T> building) {
    return ScopedValue.where(CURRENT, this).call(building::get);
  }

  private void apply(RestClientBuilder builder) {
    ModelSettings.Transport transport = settings.transport();
    builder
        .property(POOL_SIZE, transport.maxConcurrency())
        .property(CONNECTION_TTL, IDLE_SECONDS)
        .connectTimeout(transport.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
        // The guard's deadline fires first; this one is the net below.
        .readTimeout(transport.callTimeout().toMillis() + 1000, TimeUnit.MILLISECONDS)
        .followRedirects(false)
        .proxyAddress("none", 1)
        .register(new ErrorReplies(settings, clock, random))
        .register(new RawKeeper(settings.alias()));
    if (builder instanceof RestClientBuilderImpl quarkus) {
      quarkus.httpClientRequestCustomizer(new CallGuard(settings));
      quarkus.httpClientOptionsCustomizer(Wiring::harden);
    } else {
      throw new IllegalStateException(
          "REST client builder "
              + builder.getClass().getName()
              + " takes no guard.\nMaybe the Quarkus version changed; see the class Wiring.");
    }
  }

  private static void harden(HttpClientOptions options) {
    options
        .setDecompressionSupported(false)
        .setMaxHeaderSize(MOST_HEADER_BYTES)
        .setMaxRedirects(0)
        .setTcpKeepAlive(true)
        .setPipelining(false);
  }

  /** The listener that the REST client finds as a service. */
  public static final class Listener implements RestClientListener {

    @Override
    public void onNewClient(Class<?> serviceInterface, RestClientBuilder builder) {
      if (CURRENT.isBound()) {
        CURRENT.get().apply(builder);
      }
    }
  }
}
