package dev.voxpop.survey.config;

import dev.voxpop.hosting.WorkerHost;
import dev.voxpop.interviewing.activity.BatchHost;
import dev.voxpop.interviewing.store.GroupCommit;
import dev.voxpop.interviewing.store.SteeringBoard;
import dev.voxpop.interviewing.store.Transactions;
import dev.voxpop.languagemodel.Models;
import dev.voxpop.outbox.OutboxRelays;
import dev.voxpop.survey.interview.AnswerReaders;
import dev.voxpop.survey.interview.OptionReaders;
import dev.voxpop.survey.store.ArmStore;
import dev.voxpop.survey.store.ClosingStore;
import dev.voxpop.survey.store.DrawStore;
import dev.voxpop.survey.store.ProgressStore;
import dev.voxpop.survey.store.RosterStore;
import dev.voxpop.survey.store.SeriesWriter;
import dev.voxpop.survey.store.TraitStore;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The stage's parts on its own database, and the relay of its events. */
@ApplicationScoped
public class SurveyWiring {
  /** The schema of the stage, and the name of those of its parts that other stages have too. */
  public static final String SCHEMA = "survey";

  private final AgroalDataSource source;

  /** Builds on the stage's database. */
  @Inject
  public SurveyWiring(@DataSource("survey") AgroalDataSource source) {
    this.source = source;
  }

  void relay(@Observes StartupEvent event, OutboxRelays relays) {
    relays.start(SCHEMA, source);
  }

  @Produces
  @Singleton
  AnswerReaders readers() {
    return OptionReaders.english();
  }

  @Produces
  @Singleton
  @Identifier(SCHEMA)
  SteeringBoard board(Models models) {
    return SteeringBoard.over(Transactions.on(SCHEMA, source), models);
  }

  @Produces
  @Singleton
  @Identifier(SCHEMA)
  BatchHost host(Models models, @Identifier(SCHEMA) SteeringBoard board) {
    return BatchHost.of(models, board);
  }

  @Produces
  @Singleton
  SeriesWriter writer(@Identifier(SCHEMA) SteeringBoard board, SurveyConfig config) {
    return SeriesWriter.start(board, GroupCommit.Rhythm.of(config));
  }

  /** The writer ends before its database does, and after the workers that write. */
  void close(@Observes @Priority(WorkerHost.AFTER_STOP) ShutdownEvent event, SeriesWriter writer) {
    writer.close();
  }

  @Produces
  @Singleton
  ArmStore arms(SeriesWriter writer, AnswerReaders readers) {
    return ArmStore.of(source, writer, readers.version());
  }

  @Produces
  @Singleton
  DrawStore draws() {
    return DrawStore.of(source);
  }

  @Produces
  @Singleton
  TraitStore traits(SeriesWriter writer) {
    return TraitStore.of(source, writer);
  }

  @Produces
  @Singleton
  RosterStore rosters() {
    return RosterStore.of(source);
  }

  @Produces
  @Singleton
  ClosingStore closings() {
    return ClosingStore.of(source);
  }

  @Produces
  @Singleton
  ProgressStore progress() {
    return ProgressStore.of(source);
  }
}
