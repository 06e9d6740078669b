package dev.voxpop.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.contracts.analysis.AwaitAnswers;
import dev.voxpop.contracts.event.Topics;
import dev.voxpop.contracts.survey.ArmReceipt;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Events as they should not be, and the wait for those that are missing. */
@QuarkusTest
@QuarkusTestResource(AnalysisStageResource.class)
class ConsumedEventsIT {

  @Inject StageProbe stage;

  @Test
  void wait_checksumOfOtherAnswers_failsAtOnce() {
    AnswerEvents arm = AnswerEvents.of("exp-b", "a", StageProbe.QUESTIONS);
    stage.send(arm.records());
    ArmReceipt right = arm.receipt();
    stage.activities().awaitAnswers(new AwaitAnswers("exp-b", List.of(right)));
    ArmReceipt wrong =
        new ArmReceipt(
            right.arm(),
            right.armHash(),
            right.planned(),
            right.expected(),
            right.states(),
            "0000000000000000",
            0,
            0);

    assertThatThrownBy(
            () -> stage.activities().awaitAnswers(new AwaitAnswers("exp-b", List.of(wrong))))
        .rootCause()
        .hasMessageContaining("MissingData")
        .hasMessageContaining(right.checksum());
  }

  @Test
  void consumer_unreadableRecords_arePutAsideAndTheRestIsRead() {
    AnswerEvents arm = AnswerEvents.of("exp-c", "a", StageProbe.QUESTIONS);
    List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>(arm.records());
    String topic = Topics.RESPONSE_COMPLETED;
    String id = "00000000-0000-5000-8000-000000000000";
    events.add(0, AnswerEvents.event(topic, "exp-c/p", id, "{not json"));
    events.add(1, AnswerEvents.event(topic, "exp-c/p", id, "{\"experiment\":\"exp-c\"}"));
    events.add(2, AnswerEvents.event(topic, "exp-c/other", "no-uuid", "{}"));
    ProducerRecord<byte[], byte[]> good = arm.records().getFirst();
    String stolen = new String(good.value(), StandardCharsets.UTF_8);
    events.add(3, AnswerEvents.event(topic, "someone/else", id, stolen));
    events.add(4, AnswerEvents.event(topic, "exp-c/p", id, "x".repeat(70_000)));
    stage.send(events);

    stage.activities().awaitAnswers(new AwaitAnswers("exp-c", List.of(arm.receipt())));
    List<ConsumerRecord<byte[], byte[]>> letters =
        stage.read(topic + Topics.DEAD_LETTER_SUFFIX, "", 5);

    assertThat(letters)
        .extracting(letter -> StageProbe.header(letter, "voxpop-dlq-reason"))
        .anyMatch(reason -> reason.startsWith("undecodable"))
        .anyMatch(reason -> reason.startsWith("schema violation"))
        .anyMatch(reason -> reason.contains("contradicts"))
        .anyMatch(reason -> reason.startsWith("oversize"));
    assertThat(letters)
        .allMatch(letter -> StageProbe.header(letter, "voxpop-dlq-topic").equals(topic))
        .allMatch(letter -> StageProbe.header(letter, "voxpop-dlq-offset").matches("\\d+"));
  }
}
