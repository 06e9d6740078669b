package dev.voxpop.analysis.event;

import dev.voxpop.analysis.store.Batch;
import dev.voxpop.analysis.store.Progress;
import dev.voxpop.analysis.store.Received;
import dev.voxpop.contracts.event.ArmCompleted;
import dev.voxpop.contracts.event.ResponseCompleted;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** The records of one poll, sorted into what is stored and what is put aside. */
final class Sorting {

  private final List<Received<ResponseCompleted>> responses = new ArrayList<>();
  private final List<Received<ArmCompleted>> closings = new ArrayList<>();
  private final List<Progress> progress = new ArrayList<>();
  private final List<DeadLetters.Letter> letters = new ArrayList<>();

  private Sorting() {}

  static Sorting of(ConsumerRecords<byte[], byte[]> records, EventReader reader) {
    Sorting sorting = new Sorting();
    for (TopicPartition partition : records.partitions()) {
      List<ConsumerRecord<byte[], byte[]>> events = records.records(partition);
      int before = sorting.letters.size();
      events.forEach(event -> sorting.add(event, reader.read(event)));
      sorting.progress.add(
          new Progress(
              partition.topic(),
              partition.partition(),
              events.getLast().offset() + 1,
              events.size(),
              sorting.letters.size() - before));
    }
    return sorting;
  }

  Batch batch() {
    return new Batch(responses, closings, progress);
  }

  List<DeadLetters.Letter> letters() {
    return letters;
  }

  private void add(ConsumerRecord<byte[], byte[]> event, Reading reading) {
    switch (reading) {
      case Reading.Response(Received<ResponseCompleted> response) -> responses.add(response);
      case Reading.Closing(Received<ArmCompleted> closing) -> closings.add(closing);
      case Reading.Fault(String reason) -> letters.add(new DeadLetters.Letter(event, reason));
    }
  }
}
