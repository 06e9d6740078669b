package dev.voxpop.outbox;

import dev.voxpop.contracts.event.CloudEventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Kafka records of events: CloudEvents 1.0, Kafka protocol binding, binary mode. */
final class EventRecords {
  private EventRecords() {}

  static ProducerRecord<String, byte[]> of(OutboxTable.Taken taken) {
    OutboxMessage message = taken.message();
    ProducerRecord<String, byte[]> event =
        new ProducerRecord<>(
            message.topic(), message.key(), message.data().getBytes(StandardCharsets.UTF_8));
    add(event, CloudEventHeaders.SPEC_VERSION, "1.0");
    add(event, CloudEventHeaders.TYPE, message.topic());
    add(event, CloudEventHeaders.ID, message.id().toString());
    add(event, CloudEventHeaders.SUBJECT, message.subject());
    add(event, CloudEventHeaders.PARTITION_KEY, message.key());
    add(event, CloudEventHeaders.CONTENT_TYPE, "application/json");
    add(
        event,
        CloudEventHeaders.TIME,
        DateTimeFormatter.ISO_INSTANT.format(
            taken.written().withOffsetSameInstant(ZoneOffset.UTC)));
    message.headers().forEach((name, value) -> add(event, name, value));
    return event;
  }

  private static void add(ProducerRecord<String, byte[]> event, String name, String value) {
    event.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
