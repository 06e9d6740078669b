package dev.voxpop.matching.activity;

import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.matching.DrawSample;
import dev.voxpop.contracts.matching.MatchPersonas;
import dev.voxpop.contracts.matching.MatchReceipt;
import dev.voxpop.contracts.matching.MatchingActivities;
import dev.voxpop.contracts.matching.RakePersonas;
import dev.voxpop.contracts.matching.RakeReceipt;
import dev.voxpop.contracts.matching.SampleReceipt;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckRequest;
import dev.voxpop.hosting.Heartbeats;
import dev.voxpop.hosting.peer.PeerUnavailable;
import dev.voxpop.matching.store.StoreFailure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** The matching stage's activities. */
@Singleton
public final class StagedMatchingActivities implements MatchingActivities {

  private final DocumentCheck checks;
  private final SampleDrawing drawing;
  private final PoolMatching matching;
  private final PersonaRaking raking;

  @Inject
  public StagedMatchingActivities(
      DocumentCheck checks, SampleDrawing drawing, PoolMatching matching, PersonaRaking raking) {
    this.checks = checks;
    this.drawing = drawing;
    this.matching = matching;
    this.raking = raking;
  }

  @Override
  public CheckReport check(CheckRequest request) {
    return translated(() -> checks.check(request.document()));
  }

  @Override
  public SampleReceipt drawSample(DrawSample request) {
    return translated(() -> drawing.draw(request.sample()));
  }

  @Override
  public MatchReceipt match(MatchPersonas request) {
    try (var _ = Heartbeats.start("matching")) {
      return translated(() -> matching.match(request.matching()));
    }
  }

  @Override
  public RakeReceipt rake(RakePersonas request) {
    try (var _ = Heartbeats.start("raking")) {
      return translated(() -> raking.rake(request.raking()));
    }
  }

  private static <T> T translated(Supplier<T> work) {
    try {
      return work.get();
    } catch (PeerUnavailable e) {
      throw Failures.of(FailureType.PEER_UNAVAILABLE, e);
    } catch (StoreFailure e) {
      throw Failures.of(FailureType.STORE_UNAVAILABLE, e);
    } catch (IllegalArgumentException e) {
      throw Failures.of(FailureType.INVALID_EXPERIMENT, e);
    }
  }
}
