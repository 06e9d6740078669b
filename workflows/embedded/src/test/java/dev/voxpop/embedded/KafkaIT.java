package dev.voxpop.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaIT {
  private static final String TOPIC = "voxpop.test.made.v1";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration GLANCE = Duration.ofSeconds(2);

  @TempDir private Path data;

  @BeforeEach
  void quieten() {
    LogLevels.apply();
  }

  private EmbeddedOptions options(int partitions) {
    return EmbeddedOptions.in(data)
        .withWanted(EnumSet.of(EmbeddedServer.KAFKA))
        .withContents(new Contents(List.of(), List.of(new TopicSpec(TOPIC, partitions)), Map.of()));
  }

  @Test
  void restart_sameFolder_keepsMessagesOffsetsAndPort()
      throws ExecutionException, InterruptedException {
    String first;
    try (EmbeddedServers servers = EmbeddedServers.start(options(2))) {
      first = servers.bootstrapServers().orElseThrow();
      send(first, TOPIC, "one");
      assertThat(receive(first, "readers", 1)).containsExactly("one");
    }
    try (EmbeddedServers servers = EmbeddedServers.start(options(3))) {
      assertThat(servers.bootstrapServers()).contains(first);
      assertThat(partitions(first)).isEqualTo(3);
      send(first, TOPIC, "two");
      assertThat(receive(first, "readers", 1)).containsExactly("two");
      assertThat(receive(first, "newcomers", 2)).containsExactlyInAnyOrder("one", "two");
      assertUnknownTopicIsNotMade(first);
    }
  }

  private static void assertUnknownTopicIsNotMade(String servers) {
    assertThatThrownBy(() -> send(servers, "voxpop.test.mistyped.v1", "lost", GLANCE))
        .hasMessageContaining("voxpop.test.mistyped.v1");
  }

  @Test
  void start_afterTheProcessWasKilled_keepsAcknowledgedMessages()
      throws IOException, ExecutionException, InterruptedException {
    String[] arguments = {"--data", data.toString(), "--only", "kafka", "--topic", TOPIC + "=2"};
    try (ChildJvm child = ChildJvm.start(EmbeddedMain.class, arguments)) {
      send(child.said("bootstrap-servers"), TOPIC, "acknowledged");
      child.kill();
    }
    try (EmbeddedServers servers = EmbeddedServers.start(options(2))) {
      assertThat(receive(servers.bootstrapServers().orElseThrow(), "readers", 1))
          .containsExactly("acknowledged");
    }
  }

  private static void send(String servers, String topic, String value)
      throws ExecutionException, InterruptedException {
    send(servers, topic, value, PATIENCE);
  }

  private static void send(String servers, String topic, String value, Duration patience)
      throws ExecutionException, InterruptedException {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", servers, "acks", "all", "max.block.ms", patience.toMillis());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, value)).get();
    }
  }

  private static List<String> receive(String servers, String group, int count) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            servers,
            "group.id",
            group,
            "auto.offset.reset",
            "earliest",
            "enable.auto.commit",
            false);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(TOPIC));
      List<String> received = poll(consumer, count);
      consumer.commitSync();
      return received;
    }
  }

  private static List<String> poll(KafkaConsumer<String, String> consumer, int count) {
    List<String> received = new ArrayList<>();
    boolean complete =
        Deadline.in(PATIENCE)
            .await(
                () -> {
                  consumer
                      .poll(Duration.ofMillis(100))
                      .records(TOPIC)
                      .forEach(message -> received.add(message.value()));
                  return received.size() >= count;
                });
    assertThat(complete).as("received %s", received).isTrue();
    return received;
  }

  private static int partitions(String servers) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      return admin.describeTopics(List.of(TOPIC)).allTopicNames().get().values().stream()
          .mapToInt(topic -> topic.partitions().size())
          .sum();
    }
  }
}
