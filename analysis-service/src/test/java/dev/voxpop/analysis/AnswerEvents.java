package dev.voxpop.analysis;

import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.contracts.bulk.ProbabilityRow;
import dev.voxpop.contracts.event.ArmCompleted;
import dev.voxpop.contracts.event.CloudEventHeaders;
import dev.voxpop.contracts.event.ResponseCompleted;
import dev.voxpop.contracts.event.Topics;
import dev.voxpop.contracts.identity.Checksum;
import dev.voxpop.contracts.identity.SemanticId;
import dev.voxpop.contracts.survey.ArmReceipt;
import dev.voxpop.hosting.Json;
import dev.voxpop.instrument.wave.Question;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Events of an arm as the survey stage publishes them, with the receipt of its closing. */
final class AnswerEvents {

  private final String experiment;
  private final String arm;
  private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();
  private final List<ProbabilityRow> probabilities = new ArrayList<>();
  private final Map<String, Long> states = new TreeMap<>();
  private Checksum checksum = Checksum.EMPTY;

  private AnswerEvents(String experiment, String arm) {
    this.experiment = experiment;
    this.arm = arm;
  }

  /** One answer a person and question; every 20th is refused. */
  static AnswerEvents of(String experiment, String arm, List<Question> questions) {
    AnswerEvents events = new AnswerEvents(experiment, arm);
    for (int person = 0; person < FakeMatchingStage.PEOPLE; person++) {
      for (int q = 0; q < questions.size(); q++) {
        events.add(person, q, questions.get(q));
      }
    }
    return events;
  }

  /** One answer of a person who does not take part in {@link #of}. */
  static AnswerEvents once(String experiment, String arm, Question question) {
    AnswerEvents events = new AnswerEvents(experiment, arm);
    events.add(FakeMatchingStage.PEOPLE + 1, 0, question);
    return events;
  }

  List<ProducerRecord<byte[], byte[]>> records() {
    return List.copyOf(records);
  }

  /** The same answers as lines of the survey stage's pages. */
  List<String> rows() {
    return List.copyOf(rows);
  }

  /** Token probabilities with nine tenths on what was drawn, of all that was not refused. */
  List<ProbabilityRow> probabilities() {
    return List.copyOf(probabilities);
  }

  ArmReceipt receipt() {
    return new ArmReceipt(
        arm, "hash-" + arm, records.size(), records.size(), states, checksum.hex(), 1234, 99);
  }

  ProducerRecord<byte[], byte[]> closing() {
    ArmCompleted closing =
        new ArmCompleted(
            experiment,
            arm,
            "hash-" + arm,
            records.size(),
            records.size(),
            0,
            states,
            List.of(),
            checksum.hex(),
            true);
    UUID id = SemanticId.of(experiment, arm, checksum.hex());
    return event(Topics.ARM_COMPLETED, experiment, id.toString(), Json.write(closing));
  }

  static ProducerRecord<byte[], byte[]> event(String topic, String key, String id, String data) {
    ProducerRecord<byte[], byte[]> event = new ProducerRecord<>(topic, bytes(key), bytes(data));
    event.headers().add(CloudEventHeaders.TYPE, bytes(topic));
    event.headers().add(CloudEventHeaders.ID, bytes(id));
    event.headers().add(CloudEventHeaders.SOURCE, bytes("/voxpop/survey-service"));
    return event;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The subject that answers for a person. */
  static String persona(int person) {
    return story(person) + "~" + FakeMatchingStage.respondent(person);
  }

  private static String story(int person) {
    return "b-%016x".formatted(new Draws(3, 3).below(person, 30));
  }

  private void add(int person, int q, Question question) {
    String story = story(person);
    String respondent = FakeMatchingStage.respondent(person);
    String persona = persona(person);
    boolean refused = (person + q) % 20 == 0;
    int option = new Draws(4, q).below(person, question.scale().size());
    @Nullable String code = refused ? null : question.scale().options().get(option).wireCode();
    String state = refused ? "refused" : "valid";
    UUID id = SemanticId.of(experiment, arm, persona, question.id(), "0", "prompt");
    ResponseCompleted.Answer answer =
        refused
            ? new ResponseCompleted.Answer("refusal", null, null)
            : new ResponseCompleted.Answer("choice", option, code);
    ResponseCompleted data =
        new ResponseCompleted(
            experiment,
            arm,
            persona,
            story,
            respondent,
            question.id(),
            0,
            state,
            answer,
            refused ? "refusal" : null,
            IntStream.range(0, question.scale().size()).boxed().toList(),
            q,
            1,
            state,
            new ResponseCompleted.Usage(900, 800, 3, 0),
            new ResponseCompleted.Cost("USD", 58L),
            new ResponseCompleted.Model("default", "sim-base-1"),
            "9f2c",
            List.of(new ResponseCompleted.Prompt("survey/v1", "41ab")),
            "1",
            true);
    rows.add(
        "{\"id\":\"%s\",\"data\":%s,\"raw\":\"(B)\",\"seed\":1}".formatted(id, Json.write(data)));
    if (code != null) {
      probabilities.add(
          new ProbabilityRow(persona, story, question.id(), 0, Map.of(code, .9, "other", .05)));
    }
    checksum = checksum.plus(id, state, code);
    states.merge(state, 1L, Long::sum);
    records.add(
        event(
            Topics.RESPONSE_COMPLETED,
            experiment + "/" + persona,
            id.toString(),
            Json.write(data)));
  }
}
