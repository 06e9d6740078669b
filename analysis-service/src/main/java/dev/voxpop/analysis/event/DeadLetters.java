package dev.voxpop.analysis.event;

import dev.voxpop.contracts.event.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;

/** Puts aside records that can never be read, as they came and with the reason. */
final class DeadLetters {

  private final Producer<byte[], byte[]> producer;
  private final String group;

  DeadLetters(Producer<byte[], byte[]> producer, String group) {
    this.producer = producer;
    this.group = group;
  }

  /** A record and why it cannot be read. */
  record Letter(ConsumerRecord<byte[], byte[]> event, String reason) {}

  /** Returns when all letters are acknowledged. */
  void send(List<Letter> letters) throws InterruptedException {
    List<Future<?>> acknowledgements = new ArrayList<>();
    for (Letter letter : letters) {
      acknowledgements.add(producer.send(envelope(letter)));
    }
    for (Future<?> acknowledgement : acknowledgements) {
      try {
        acknowledgement.get();
      } catch (ExecutionException e) {
        throw new KafkaException("A dead letter was not acknowledged.", e.getCause());
      }
    }
  }

  private ProducerRecord<byte[], byte[]> envelope(Letter letter) {
    ConsumerRecord<byte[], byte[]> event = letter.event();
    ProducerRecord<byte[], byte[]> envelope =
        new ProducerRecord<>(
            event.topic() + Topics.DEAD_LETTER_SUFFIX,
            null,
            event.key(),
            event.value(),
            event.headers());
    Headers headers = envelope.headers();
    headers.add("voxpop-dlq-group", bytes(group));
    headers.add("voxpop-dlq-reason", bytes(letter.reason()));
    headers.add("voxpop-dlq-topic", bytes(event.topic()));
    headers.add("voxpop-dlq-partition", bytes(Integer.toString(event.partition())));
    headers.add("voxpop-dlq-offset", bytes(Long.toString(event.offset())));
    return envelope;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
