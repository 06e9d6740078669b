package dev.voxpop.survey.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.voxpop.contracts.event.AnswerState;
import dev.voxpop.contracts.event.ArmCompleted;
import dev.voxpop.contracts.event.CloudEventHeaders;
import dev.voxpop.contracts.event.Topics;
import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.identity.SemanticId;
import dev.voxpop.contracts.survey.ArmReceipt;
import dev.voxpop.hosting.Payloads;
import dev.voxpop.outbox.OutboxMessage;
import dev.voxpop.survey.store.ArmCounts;
import dev.voxpop.survey.store.RosterRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is said when an arm is closed: by receipt to the workflow, by event to everyone. */
public final class ArmEvents {
  private static final ObjectWriter WRITER = Payloads.mapper().writerFor(ArmCompleted.class);
  private static final Map<String, String> HEADERS =
      Map.of(
          CloudEventHeaders.SOURCE, "/voxpop/survey-service",
          CloudEventHeaders.DATA_SCHEMA, "urn:voxpop:schema:arm.completed:1");

  private final ArmSpec spec;
  private final RosterRow arm;
  private final ArmCounts counts;

  private ArmEvents(ArmSpec spec, RosterRow arm, ArmCounts counts) {
    this.spec = spec;
    this.arm = arm;
    this.counts = counts;
    if (arm.cells() != counts.rows() + counts.notReached()) {
      throw new CountsDisagree(
          "Arm %s plans %d cells, has %d rows and reached all but %d.\nMaybe rows were changed by hand."
              .formatted(spec.arm(), arm.cells(), counts.rows(), counts.notReached()));
    }
  }

  /**
   * The words for a closing.
   *
   * @throws CountsDisagree when planned cells are neither rows nor unreached
   */
  public static ArmEvents of(ArmSpec spec, RosterRow arm, ArmCounts counts) {
    return new ArmEvents(spec, arm, counts);
  }

  /** The receipt. */
  public ArmReceipt receipt() {
    Long micros = counts.micros();
    return new ArmReceipt(
        spec.arm(),
        spec.hash(),
        arm.cells(),
        counts.rows(),
        states(),
        counts.checksum(),
        micros == null ? -1 : micros,
        counts.attempts());
  }

  /** The event; its id is made of experiment, arm and checksum. */
  public OutboxMessage event() {
    return event(arm, counts.checksum(), json(data()));
  }

  /** The event of a stored closing, the same as when it was published first. */
  public static OutboxMessage event(RosterRow arm, String checksum, String data) {
    return new OutboxMessage(
        SemanticId.of(arm.experiment(), arm.name(), checksum),
        Topics.ARM_COMPLETED,
        arm.experiment(),
        arm.experiment() + "/" + arm.name(),
        HEADERS,
        data);
  }

  /** What the event says. */
  public ArmCompleted data() {
    return new ArmCompleted(
        spec.experiment(),
        spec.arm(),
        spec.hash(),
        arm.cells(),
        counts.rows(),
        counts.notReached(),
        states(),
        questions(),
        counts.checksum(),
        arm.simulated());
  }

  private Map<String, Long> states() {
    Map<String, Long> all = new TreeMap<>();
    for (AnswerState state : AnswerState.values()) {
      all.put(state.wireName(), 0L);
    }
    all.put(AnswerState.NOT_REACHED.wireName(), counts.notReached());
    counts
        .states()
        .values()
        .forEach(byState -> byState.forEach((state, n) -> all.merge(state, n, Long::sum)));
    return all;
  }

  private List<ArmCompleted.QuestionStates> questions() {
    List<ArmCompleted.QuestionStates> questions = new ArrayList<>();
    List<String> ids = spec.survey().questions();
    for (int i = 0; i < ids.size(); i++) {
      questions.add(
          new ArmCompleted.QuestionStates(ids.get(i), counts.states().getOrDefault(i, Map.of())));
    }
    return questions;
  }

  private static String json(ArmCompleted data) {
    try {
      return WRITER.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An event has no JSON form.", e);
    }
  }

  /** Planned cells, rows and cursors do not add up. */
  public static final class CountsDisagree extends RuntimeException {
    private CountsDisagree(String message) {
      super(message);
    }
  }
}
