package dev.voxpop.analysis.event;

import dev.voxpop.analysis.store.Batch;
import dev.voxpop.analysis.store.EventStore;
import dev.voxpop.analysis.store.StoreFailure;
import dev.voxpop.contracts.event.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * The poll loop: dead letters first, then rows and offsets in one transaction, then Kafka's own
 * offsets.
 *
 * <p>What counts is the offset in the database: on assignment the loop seeks there. While the
 * database cannot be reached the loop keeps its partitions paused and its membership alive, and
 * skips nothing. Runs on one thread; only {@link #stop} may be called from another.
 */
final class ConsumerLoop implements Runnable {

  private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Consumer<byte[], byte[]> consumer;
  private final EventStore store;
  private final DeadLetters deadLetters;
  private final Settings settings;
  private final EventReader reader = new EventReader();
  private final Set<TopicPartition> unplaced = new HashSet<>();
  private volatile boolean stopping;
  private volatile boolean healthy = true;

  /** Name of the group and how long a poll waits. */
  record Settings(String group, Duration pollTimeout) {}

  ConsumerLoop(
      Consumer<byte[], byte[]> consumer,
      EventStore store,
      DeadLetters deadLetters,
      Settings settings) {
    this.consumer = consumer;
    this.store = store;
    this.deadLetters = deadLetters;
    this.settings = settings;
  }

  /** Whether the last transaction was stored. */
  boolean healthy() {
    return healthy;
  }

  /** Ends the loop after the batch at hand. */
  void stop() {
    stopping = true;
    consumer.wakeup();
  }

  @Override
  public void run() {
    try {
      consumer.subscribe(List.of(Topics.RESPONSE_COMPLETED, Topics.ARM_COMPLETED), listener());
      while (!stopping) {
        turn();
      }
    } catch (WakeupException e) {
      LOG.debug("The consumer was asked to end.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      consumer.close();
    }
  }

  private void turn() throws InterruptedException {
    try {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(settings.pollTimeout());
      place();
      if (!records.isEmpty()) {
        Sorting sorting = Sorting.of(records, reader);
        deadLetters.send(sorting.letters());
        keep(sorting.batch());
      }
    } catch (WakeupException e) {
      throw e;
    } catch (KafkaException e) {
      // What was polled is not lost: the places in the database decide where reading goes on.
      LOG.warnf("Events cannot be read for now: %s", e.getMessage());
      unplaced.addAll(consumer.assignment());
      rest(FIRST_PAUSE);
    }
  }

  /** Stores a batch, however long that takes, unless the loop ends or loses its partitions. */
  private void keep(Batch batch) throws InterruptedException {
    Set<TopicPartition> held = Set.copyOf(consumer.assignment());
    for (Duration pause = FIRST_PAUSE; !stopping; pause = longer(pause)) {
      try {
        store.keep(settings.group(), batch);
        healthy = true;
        consumer.resume(consumer.assignment());
        commit(batch);
        return;
      } catch (StoreFailure e) {
        healthy = false;
        LOG.warnf("Events wait for the database: %s", e.getMessage());
        consumer.pause(consumer.assignment());
        stayAlive(pause);
        if (!consumer.assignment().equals(held)) {
          unplaced.addAll(consumer.assignment());
          return;
        }
      }
    }
  }

  /** Polls paused partitions, which brings no records but keeps the membership. */
  private void stayAlive(Duration pause) {
    var _ = consumer.poll(pause);
  }

  private void commit(Batch batch) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    batch
        .progress()
        .forEach(
            p ->
                offsets.put(
                    new TopicPartition(p.topic(), p.partition()),
                    new OffsetAndMetadata(p.nextOffset())));
    consumer.commitAsync(
        offsets,
        (done, failure) -> {
          if (failure != null) {
            LOG.debugf("Kafka did not keep offsets, the database did: %s", failure.getMessage());
          }
        });
  }

  private ConsumerRebalanceListener listener() {
    return new ConsumerRebalanceListener() {
      @Override
      public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        unplaced.removeAll(partitions);
      }

      @Override
      public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        unplaced.addAll(partitions);
        placeOrPause();
      }
    };
  }

  /** Seeks the newly assigned partitions; those that cannot be placed yet stay paused. */
  private void placeOrPause() {
    try {
      for (TopicPartition partition : Set.copyOf(unplaced)) {
        store
            .nextOffset(settings.group(), partition.topic(), partition.partition())
            .ifPresentOrElse(
                offset -> consumer.seek(partition, offset),
                () -> consumer.seekToBeginning(List.of(partition)));
        consumer.resume(List.of(partition));
        unplaced.remove(partition);
      }
      healthy = true;
    } catch (StoreFailure e) {
      healthy = false;
      consumer.pause(unplaced);
    }
  }

  private void place() {
    unplaced.retainAll(consumer.assignment());
    if (!unplaced.isEmpty()) {
      placeOrPause();
    }
  }

  private void rest(Duration pause) throws InterruptedException {
    if (!stopping) {
      Thread.sleep(pause);
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
