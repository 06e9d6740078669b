package dev.voxpop.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/** The relays of this process; they share one producer and end after the workers. */
@ApplicationScoped
public class OutboxRelays {
  private static final int AFTER_WORKERS = 100;

  private final Map<String, Object> client;
  private final OutboxConfig config;
  private final List<OutboxRelay> relays = new ArrayList<>();
  private @Nullable Producer<String, byte[]> producer;

  /** Knows the cluster; connects at the first relay. */
  @Inject
  public OutboxRelays(
      @Identifier("default-kafka-broker") Map<String, Object> client, OutboxConfig config) {
    this.client = Map.copyOf(client);
    this.config = config;
  }

  /** Starts the relay of a schema's outbox, once per schema and process. */
  public synchronized OutboxRelay start(String schema, DataSource source) {
    if (producer == null) {
      producer = EventProducers.reliable(client);
    }
    OutboxRelay.Rhythm rhythm = new OutboxRelay.Rhythm(config.poll(), config.batch());
    OutboxRelay relay = OutboxRelay.of(source, OutboxTable.in(schema), producer, rhythm).start();
    relays.add(relay);
    return relay;
  }

  synchronized void stop(@Observes @Priority(AFTER_WORKERS) ShutdownEvent event) {
    relays.forEach(OutboxRelay::close);
    relays.clear();
    if (producer != null) {
      producer.close();
      producer = null;
    }
  }
}
