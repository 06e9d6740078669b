package dev.voxpop.outbox;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Producers whose acknowledgement means that an event is kept. */
public final class EventProducers {
  private EventProducers() {}

  /**
   * An idempotent producer that waits for all replicas.
   *
   * @param client address and security settings of the cluster
   */
  public static Producer<String, byte[]> reliable(Map<String, ?> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    settings.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    settings.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    settings.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }
}
