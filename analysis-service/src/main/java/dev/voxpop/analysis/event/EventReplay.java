package dev.voxpop.analysis.event;

import dev.voxpop.analysis.config.AnalysisConfig;
import dev.voxpop.analysis.store.Received;
import dev.voxpop.contracts.event.ResponseCompleted;
import dev.voxpop.contracts.event.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads all answers of an experiment again, from the first offset of every partition to the last
 * one that there was when reading began. Belongs to no group and keeps no offsets.
 */
@ApplicationScoped
public class EventReplay {

  private final Map<String, Object> client;
  private final AnalysisConfig.Consumer config;

  @Inject
  public EventReplay(
      @Identifier("default-kafka-broker") Map<String, Object> client, AnalysisConfig config) {
    this.client = Map.copyOf(client);
    this.config = config.consumer();
  }

  /** Hands over the experiment's answers in batches, repeated ones as often as they come. */
  public void each(String experiment, Consumer<List<Received<ResponseCompleted>>> sink) {
    EventReader reader = new EventReader();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.RESPONSE_COMPLETED).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (behind(consumer, ends)) {
        List<Received<ResponseCompleted>> batch = new ArrayList<>();
        consumer.poll(config.pollTimeout()).forEach(event -> add(batch, event, experiment, reader));
        sink.accept(batch);
      }
    }
  }

  private static boolean behind(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  private static void add(
      List<Received<ResponseCompleted>> batch,
      ConsumerRecord<byte[], byte[]> event,
      String experiment,
      EventReader reader) {
    byte[] key = event.key();
    boolean own =
        key != null && new String(key, StandardCharsets.UTF_8).startsWith(experiment + "/");
    if (own && reader.read(event) instanceof Reading.Response(Received<ResponseCompleted> read)) {
      batch.add(read);
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> settings = new HashMap<>(client);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.maxRecords());
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
