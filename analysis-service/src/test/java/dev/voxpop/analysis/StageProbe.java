package dev.voxpop.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.analysis.store.Answers;
import dev.voxpop.contracts.analysis.AnalyseExperiment;
import dev.voxpop.contracts.analysis.AnalysisActivities;
import dev.voxpop.contracts.experiment.AdjustmentMethod;
import dev.voxpop.contracts.experiment.AnalysisChoice;
import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.DecodingChoice;
import dev.voxpop.contracts.experiment.GroupingChoice;
import dev.voxpop.contracts.experiment.IntervalMethod;
import dev.voxpop.contracts.experiment.ModelAliases;
import dev.voxpop.contracts.experiment.OnNoValue;
import dev.voxpop.contracts.experiment.PersonaWeights;
import dev.voxpop.contracts.experiment.PromptFormat;
import dev.voxpop.contracts.experiment.RakingChoice;
import dev.voxpop.contracts.experiment.RakingMembership;
import dev.voxpop.contracts.experiment.RakingSpec;
import dev.voxpop.contracts.experiment.Reference;
import dev.voxpop.contracts.experiment.SampleSpec;
import dev.voxpop.contracts.experiment.Straddling;
import dev.voxpop.contracts.experiment.SurveySpec;
import dev.voxpop.contracts.experiment.TextStyle;
import dev.voxpop.contracts.survey.ArmReceipt;
import dev.voxpop.hosting.stage.HostedActivities;
import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.wave.Question;
import dev.voxpop.instrument.wave.Wave;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** What tests do to the stage from outside: events in, records out, and a request to analyse. */
@Singleton
class StageProbe {

  private static final Wave WAVE = Waves.shipped().require("harbour-city-2026");
  static final List<Question> QUESTIONS = WAVE.select(WAVE.defaultQuestions());

  private final HostedActivities hosted;
  private final Answers answers;
  private final AgroalDataSource source;
  private final Map<String, Object> client;

  @Inject
  StageProbe(
      AnalysisActivities activities,
      Answers answers,
      @DataSource("analysis") AgroalDataSource source,
      @Identifier("default-kafka-broker") Map<String, Object> client) {
    this.hosted = HostedActivities.of(activities);
    this.answers = answers;
    this.source = source;
    this.client = client;
  }

  @PreDestroy
  void close() {
    hosted.close();
  }

  /** The activities as a workflow calls them. */
  AnalysisActivities activities() {
    return hosted.stub(AnalysisActivities.class);
  }

  Answers answers() {
    return answers;
  }

  void send(List<ProducerRecord<byte[], byte[]>> events) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            new HashMap<>(client), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (ProducerRecord<byte[], byte[]> event : events) {
        var _ = producer.send(event);
      }
      producer.flush();
    }
  }

  /** Reads a topic until it has so many records whose key begins like this. */
  List<ConsumerRecord<byte[], byte[]>> read(String topic, String key, int least) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            new HashMap<>(client), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
      for (int turn = 0; turn < 600 && all.size() < least; turn++) {
        for (ConsumerRecord<byte[], byte[]> event : consumer.poll(Duration.ofMillis(200))) {
          if (new String(event.key(), StandardCharsets.UTF_8).startsWith(key)) {
            all.add(event);
          }
        }
      }
      return all;
    }
  }

  static String header(ConsumerRecord<byte[], byte[]> event, String name) {
    return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  void await(BooleanSupplier condition) {
    for (int turn = 0; turn < 2_400 && !condition.getAsBoolean(); turn++) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  void change(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  static AnalyseExperiment request(String experiment, List<ArmReceipt> receipts) {
    return request(experiment, receipts, DecodingChoice.DEFAULT);
  }

  /** A request whose arms are all drawn in one way. */
  static AnalyseExperiment request(
      String experiment, List<ArmReceipt> receipts, DecodingChoice decoding) {
    SampleSpec sample =
        new SampleSpec(
            FakeMatchingStage.DRAW,
            "panel",
            "sample-hash",
            WAVE.id(),
            WAVE.provenance().sha256(),
            null,
            List.of(),
            List.of(),
            7,
            FakeMatchingStage.PEOPLE);
    SurveySpec survey =
        new SurveySpec(
            WAVE.id(),
            WAVE.provenance().sha256(),
            QUESTIONS.stream().map(Question::id).toList(),
            1,
            true,
            false,
            false,
            false,
            false,
            OnNoValue.OMIT,
            false);
    AnalysisChoice choice =
        new AnalysisChoice(
            50,
            50,
            List.of("age-3", "ferries", "ferries * late"),
            List.of(Reference.UNIFORM),
            PersonaWeights.NONE,
            true,
            false,
            50,
            IntervalMethod.BCA,
            AdjustmentMethod.BENJAMINI_HOCHBERG,
            true,
            List.of(
                new GroupingChoice(
                    "ferries",
                    QUESTIONS.getFirst().column(),
                    Map.of("for", List.of(1, 2), "against", List.of(3, 4))),
                new GroupingChoice(
                    "late", QUESTIONS.get(2).column(), Map.of("some", List.of(1, 2, 3)))),
            RakingChoice.defaults());
    List<ArmSpec> arms =
        receipts.stream()
            .map(receipt -> arm(experiment, receipt, sample, survey, decoding))
            .toList();
    return new AnalyseExperiment(
        experiment,
        null,
        "document-hash",
        "0.1.0",
        7,
        sample,
        survey,
        choice,
        arms,
        receipts,
        List.of(),
        true,
        null);
  }

  /**
   * The same, with weights by raking for arms whose names begin with {@code raked}: of the pairs,
   * or, for {@code raked-pool}, of a pool that could not be raked.
   */
  static AnalyseExperiment raked(String experiment, List<ArmReceipt> receipts) {
    AnalyseExperiment plain = request(experiment, receipts);
    List<RakingSpec> rakings =
        List.of(
            raking(FakeMatchingStage.RAKING, FakeMatchingStage.MATCHING, plain.sample()),
            raking(FakeMatchingStage.IMPOSSIBLE, null, plain.sample()));
    return new AnalyseExperiment(
        experiment,
        null,
        plain.documentHash(),
        plain.codeVersion(),
        plain.seed(),
        plain.sample(),
        plain.survey(),
        plain.analysis(),
        plain.arms().stream().map(StageProbe::raked).toList(),
        receipts,
        rakings,
        true,
        null);
  }

  private static RakingSpec raking(String id, @Nullable String matching, SampleSpec sample) {
    return new RakingSpec(
        id,
        "p-1",
        matching,
        "t-1",
        List.of("age_4"),
        RakingMembership.FRACTIONAL,
        Straddling.SPLIT,
        sample);
  }

  private static ArmSpec raked(ArmSpec arm) {
    return new ArmSpec(
        arm.experiment(),
        arm.arm(),
        arm.hash(),
        null,
        "p-1",
        arm.arm().equals("raked-pool") ? null : arm.matching(),
        arm.append(),
        arm.arm().startsWith("raked") ? PersonaWeights.RAKED : PersonaWeights.NONE,
        arm.sample(),
        arm.survey(),
        arm.format(),
        arm.decoding(),
        arm.models(),
        arm.traits(),
        arm.seed(),
        arm.pilot());
  }

  private static ArmSpec arm(
      String experiment,
      ArmReceipt receipt,
      SampleSpec sample,
      SurveySpec survey,
      DecodingChoice decoding) {
    return new ArmSpec(
        experiment,
        receipt.arm(),
        receipt.armHash(),
        null,
        null,
        FakeMatchingStage.MATCHING,
        TextStyle.BIO,
        PersonaWeights.NONE,
        sample,
        survey,
        PromptFormat.DEFAULT,
        decoding,
        ModelAliases.all("default"),
        List.of("age_4"),
        7,
        null);
  }
}
