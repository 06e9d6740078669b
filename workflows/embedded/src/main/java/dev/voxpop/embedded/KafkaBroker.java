package dev.voxpop.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka broker and its controller in one, inside this process, on the files of one data folder.
 */
final class KafkaBroker implements AutoCloseable {
  private static final String NAME = EmbeddedServer.KAFKA.key();
  private static final int NODE = 1;

  private final KafkaRaftServer server;
  private final String bootstrapServers;

  private KafkaBroker(KafkaRaftServer server, String bootstrapServers) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
  }

  /** Formats the folder at the first start, starts the broker, and makes the topics. */
  static KafkaBroker start(DataFolder folder, PortBook ports, EmbeddedOptions options) {
    Path data = folder.path().resolve(NAME);
    Folders.fillOnce(data, "meta.properties", KafkaBroker::format);
    int port = ports.choose(NAME, options.ports().kafka());
    int controller = ports.choose(NAME + "-controller", 0);
    Properties settings = KafkaSettings.of(data, port, controller);
    try {
      KafkaRaftServer server =
          new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
      KafkaBroker broker = new KafkaBroker(server, "127.0.0.1:" + port);
      broker.startWith(options.contents().topics());
      return broker;
    } catch (KafkaException | IllegalArgumentException | IllegalStateException e) {
      throw new EmbeddedServerException(
          "Kafka did not start on port %d with the files in %s: %s.".formatted(port, data, e),
          "the disk is full, or the folder was written by a newer Kafka; an external one can be named with"
              + " kafka.bootstrap.servers.",
          e);
    }
  }

  private void startWith(List<TopicSpec> topics) {
    try {
      server.startup();
      create(topics);
    } catch (RuntimeException e) {
      server.shutdown();
      throw e;
    }
  }

  String bootstrapServers() {
    return bootstrapServers;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path folder) throws IOException {
    try {
      new Formatter()
          .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(NODE)
          .setControllerListenerName(KafkaSettings.CONTROLLER)
          .setMetadataLogDirectory(folder.toString())
          .addDirectory(folder.toString())
          .run();
    } catch (Exception e) {
      throw new IOException("Kafka could not format it: " + e.getMessage(), e);
    }
  }

  private void create(List<TopicSpec> topics) {
    if (topics.isEmpty()) {
      return;
    }
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      Set<String> present = admin.listTopics().names().get();
      admin.createTopics(missing(topics, present)).all().get();
      widen(admin, topics.stream().filter(topic -> present.contains(topic.name())).toList());
    } catch (ExecutionException e) {
      throw new IllegalStateException("topics %s: %s".formatted(topics, e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while making topics", e);
    }
  }

  private static List<NewTopic> missing(List<TopicSpec> topics, Set<String> present) {
    return topics.stream()
        .filter(topic -> !present.contains(topic.name()))
        .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1))
        .toList();
  }

  private static void widen(Admin admin, List<TopicSpec> topics)
      throws ExecutionException, InterruptedException {
    Map<String, Integer> wanted =
        topics.stream().collect(Collectors.toMap(TopicSpec::name, TopicSpec::partitions));
    Map<String, NewPartitions> wider = new HashMap<>();
    for (TopicDescription topic :
        admin.describeTopics(wanted.keySet()).allTopicNames().get().values()) {
      int partitions = wanted.getOrDefault(topic.name(), 1);
      if (topic.partitions().size() < partitions) {
        wider.put(topic.name(), NewPartitions.increaseTo(partitions));
      }
    }
    admin.createPartitions(wider).all().get();
  }
}
