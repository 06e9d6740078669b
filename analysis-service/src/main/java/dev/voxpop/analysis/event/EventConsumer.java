package dev.voxpop.analysis.event;

import dev.voxpop.analysis.config.AnalysisConfig;
import dev.voxpop.analysis.store.EventStore;
import dev.voxpop.hosting.WorkerHost;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** The consumer of this process: one thread from start to stop. */
@ApplicationScoped
@Readiness
public class EventConsumer implements HealthCheck {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How long partitions wait for a reader that was killed; the client's own 45 s are long. */
  private static final Duration SESSION = Duration.ofSeconds(10);

  private final Map<String, Object> client;
  private final EventStore store;
  private final AnalysisConfig.Consumer config;
  private @Nullable Running running;

  @Inject
  public EventConsumer(
      @Identifier("default-kafka-broker") Map<String, Object> client,
      EventStore store,
      AnalysisConfig config) {
    this.client = Map.copyOf(client);
    this.store = store;
    this.config = config.consumer();
  }

  private record Running(ConsumerLoop loop, Thread thread, Producer<byte[], byte[]> producer) {}

  @Override
  public HealthCheckResponse call() {
    Running now = running;
    return HealthCheckResponse.named("analysis events")
        .status(now != null && now.thread.isAlive() && now.loop.healthy())
        .build();
  }

  synchronized void start(@Observes StartupEvent event) {
    Producer<byte[], byte[]> producer = producer();
    ConsumerLoop loop =
        new ConsumerLoop(
            consumer(),
            store,
            new DeadLetters(producer, config.group()),
            new ConsumerLoop.Settings(config.group(), config.pollTimeout()));
    Thread thread = Thread.ofPlatform().name("analysis-events").daemon().start(loop);
    running = new Running(loop, thread, producer);
  }

  synchronized void stop(@Observes @Priority(WorkerHost.AFTER_STOP) ShutdownEvent event)
      throws InterruptedException {
    Running now = running;
    if (now != null) {
      now.loop.stop();
      var _ = now.thread.join(PATIENCE);
      now.producer.close(PATIENCE);
      running = null;
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.group());
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.maxRecords());
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, config.maxBytes());
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION.toMillis());
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) SESSION.toMillis() / 3);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private KafkaProducer<byte[], byte[]> producer() {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
