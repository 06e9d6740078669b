package dev.voxpop.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxRelayIT {
  private static final OutboxTable TABLE = OutboxTable.in(Servers.SCHEMA);
  private static final OutboxRelay.Rhythm RHYTHM =
      new OutboxRelay.Rhythm(Duration.ofMillis(20), 100);

  private Servers servers;
  private Producer<String, byte[]> producer;
  private KafkaConsumer<String, byte[]> consumer;

  @BeforeAll
  void start(@TempDir Path folder) {
    servers = new Servers(folder);
    producer = EventProducers.reliable(servers.client());
    Map<String, Object> settings = new HashMap<>(servers.client());
    settings.put("auto.offset.reset", "earliest");
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    consumer.assign(
        consumer.partitionsFor(Servers.TOPIC).stream().map(OutboxRelayIT::partition).toList());
  }

  @AfterAll
  void stop() {
    consumer.close();
    producer.close();
    servers.close();
  }

  @BeforeEach
  void startFromNothing() {
    servers.execute("DELETE FROM relay.outbox");
    consumer.seekToEnd(consumer.assignment());
    consumer.assignment().forEach(consumer::position);
  }

  @Test
  void relay_rowsWritten_publishesThemAndEmptiesTheTable() throws Exception {
    List<OutboxMessage> written = write(servers.source(), 250);

    assertThat(relayAll(relay(servers.source()))).isEqualTo(250);

    assertThat(idsOf(receive(250)))
        .containsExactlyInAnyOrderElementsOf(written.stream().map(m -> m.id().toString()).toList());
    assertThat(backlog().pending()).isZero();
  }

  @Test
  void event_published_carriesItsAttributesAsHeaders() throws Exception {
    OutboxMessage written = write(servers.source(), 1).getFirst();

    relay(servers.source()).relayBatch();

    ConsumerRecord<String, byte[]> event = receive(1).getFirst();
    assertThat(event.key()).isEqualTo("exp/p0");
    assertThat(new String(event.value(), StandardCharsets.UTF_8)).isEqualTo(written.data());
    assertThat(headers(event))
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_type", Servers.TOPIC)
        .containsEntry("ce_id", written.id().toString())
        .containsEntry("ce_subject", "exp/arm/p0/q/0")
        .containsEntry("ce_source", "/voxpop/test")
        .containsEntry("ce_partitionkey", "exp/p0")
        .containsEntry("content-type", "application/json")
        .containsKey("ce_time");
  }

  @Test
  void relay_diesBetweenAcknowledgementAndCommit_nextRelaySendsTheSameIdsAgain() throws Exception {
    List<OutboxMessage> written = write(servers.source(), 40);

    OutboxRelay dying = relay(Faulty.dyingBeforeCommit(servers.source()));
    assertThatThrownBy(dying::relayBatch).isInstanceOf(SQLException.class);
    assertThat(backlog().pending()).isEqualTo(40);
    assertThat(relayAll(relay(servers.source()))).isEqualTo(40);

    List<String> once = written.stream().map(m -> m.id().toString()).toList();
    List<String> twice = new ArrayList<>(once);
    twice.addAll(once);
    assertThat(idsOf(receive(80))).containsExactlyInAnyOrderElementsOf(twice);
  }

  @Test
  void relay_transactionHeldOpen_publishesLaterRowsNowAndTheEarlierOnesAfterItsCommit()
      throws Exception {
    try (Connection late = servers.source().getConnection()) {
      late.setAutoCommit(false);
      List<OutboxMessage> early = messages(3);
      TABLE.insert(late, early);
      List<OutboxMessage> committed = write(servers.source(), 5);

      assertThat(relayAll(relay(servers.source()))).isEqualTo(5);
      assertThat(idsOf(receive(5)))
          .containsExactlyInAnyOrderElementsOf(
              committed.stream().map(m -> m.id().toString()).toList());
      late.commit();

      assertThat(relayAll(relay(servers.source()))).isEqualTo(3);
      assertThat(idsOf(receive(3)))
          .containsExactlyInAnyOrderElementsOf(early.stream().map(m -> m.id().toString()).toList());
    }
  }

  @Test
  void relays_sideBySide_shareTheWorkWithoutRepeating() throws Exception {
    List<OutboxMessage> written = write(servers.source(), 3_000);

    try (OutboxRelay first = relay(servers.source()).start();
        OutboxRelay second = relay(servers.source()).start()) {
      assertThat(first).isNotSameAs(second);
      assertThat(idsOf(receive(3_000)))
          .containsExactlyInAnyOrderElementsOf(
              written.stream().map(m -> m.id().toString()).toList());
    }
  }

  @Test
  void backlog_rowsWaiting_saysHowManyAndOfWhom() throws Exception {
    write(servers.source(), 7);

    assertThat(backlog().pending()).isEqualTo(7);
    assertThat(backlog().oldest()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
    try (Connection connection = servers.source().getConnection()) {
      assertThat(TABLE.pendingOf(connection, "exp/arm/")).isEqualTo(7);
      assertThat(TABLE.pendingOf(connection, "exp/arm2/")).isZero();
    }
  }

  @Test
  void relay_manyRowsTaken_givesTheirPlacesBack() throws Exception {
    write(servers.source(), 5_000);
    long full = pages();

    assertThat(relayAll(relay(servers.source()))).isEqualTo(5_000);

    assertThat(pages()).isLessThan(full / 2);
    assertThat(receive(5_000)).hasSize(5_000);
  }

  /** What a look at the whole table has to read. */
  private long pages() throws SQLException {
    try (Connection connection = servers.source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_relation_size('relay.outbox') / 8192")) {
      row.next();
      return row.getLong(1);
    }
  }

  private OutboxRelay relay(DataSource source) {
    return OutboxRelay.of(source, TABLE, producer, RHYTHM);
  }

  private static int relayAll(OutboxRelay relay) throws Exception {
    int all = 0;
    for (int batch = relay.relayBatch(); batch > 0; batch = relay.relayBatch()) {
      all += batch;
    }
    return all;
  }

  private Backlog backlog() throws SQLException {
    try (Connection connection = servers.source().getConnection()) {
      return TABLE.backlog(connection);
    }
  }

  private static List<OutboxMessage> write(DataSource source, int number) throws SQLException {
    List<OutboxMessage> written = messages(number);
    try (Connection connection = source.getConnection()) {
      TABLE.insert(connection, written);
    }
    return written;
  }

  private static List<OutboxMessage> messages(int number) {
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                new OutboxMessage(
                    UUID.randomUUID(),
                    Servers.TOPIC,
                    "exp/p" + i,
                    "exp/arm/p" + i + "/q/0",
                    Map.of("ce_source", "/voxpop/test"),
                    "{\"text\":\"žluťoučký " + i + "\"}"))
        .toList();
  }

  private List<ConsumerRecord<String, byte[]>> receive(int number) {
    List<ConsumerRecord<String, byte[]>> received = new ArrayList<>();
    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (received.size() < number && System.nanoTime() < deadline) {
      consumer.poll(Duration.ofMillis(200)).forEach(received::add);
    }
    consumer.poll(Duration.ofMillis(200)).forEach(received::add);
    return received;
  }

  private static List<String> idsOf(List<ConsumerRecord<String, byte[]>> events) {
    return events.stream().map(event -> headers(event).getOrDefault("ce_id", "none")).toList();
  }

  private static Map<String, String> headers(ConsumerRecord<String, byte[]> event) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : event.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    return headers;
  }

  private static TopicPartition partition(PartitionInfo info) {
    return new TopicPartition(info.topic(), info.partition());
  }
}
