package dev.voxpop.matching;

import dev.voxpop.contracts.matching.MatchingActivities;
import dev.voxpop.hosting.stage.HostedActivities;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test of the stage that calls its activities as a run does. */
abstract class HostedStage {

  @Inject MatchingActivities activities;

  private HostedActivities hosted = HostedActivities.none();
  MatchingActivities stub = activities;

  @BeforeEach
  void connect() {
    hosted.close();
    hosted = HostedActivities.of(activities);
    stub = hosted.stub(MatchingActivities.class);
  }

  @AfterEach
  void disconnect() {
    hosted.close();
  }
}
