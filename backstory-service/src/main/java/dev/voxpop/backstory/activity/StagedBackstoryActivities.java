package dev.voxpop.backstory.activity;

import dev.voxpop.backstory.config.BackstoryBeans;
import dev.voxpop.backstory.store.Batches;
import dev.voxpop.contracts.backstory.BackstoryActivities;
import dev.voxpop.contracts.backstory.ClosePool;
import dev.voxpop.contracts.backstory.OpenPool;
import dev.voxpop.contracts.backstory.PoolReceipt;
import dev.voxpop.contracts.backstory.StoryBatch;
import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckRequest;
import dev.voxpop.contracts.run.ControlOrder;
import dev.voxpop.contracts.run.Roster;
import dev.voxpop.contracts.run.Spending;
import dev.voxpop.hosting.peer.PeerUnavailable;
import dev.voxpop.interviewing.StoreUnavailable;
import dev.voxpop.interviewing.store.SteeringBoard;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** The backstory stage's activities. */
@Singleton
public final class StagedBackstoryActivities implements BackstoryActivities {

  private final DocumentCheck checks;
  private final PoolOpening opening;
  private final StoryWriting writing;
  private final PoolClosing closing;
  private final SteeringBoard steering;
  private final Batches batches;

  /** The stage's parts; more than four, as the container injects each of them. */
  @Inject
  public StagedBackstoryActivities(
      DocumentCheck checks,
      PoolOpening opening,
      StoryWriting writing,
      PoolClosing closing,
      @Identifier(BackstoryBeans.SCHEMA) SteeringBoard steering,
      Batches batches) {
    this.checks = checks;
    this.opening = opening;
    this.writing = writing;
    this.closing = closing;
    this.steering = steering;
    this.batches = batches;
  }

  @Override
  public CheckReport check(CheckRequest request) {
    return translated(() -> checks.check(request.document()));
  }

  @Override
  public Roster open(OpenPool request) {
    return translated(() -> opening.open(request.experiment(), request.pool()));
  }

  @Override
  public BatchReceipt write(StoryBatch batch) {
    return translated(() -> writing.write(batch));
  }

  @Override
  public PoolReceipt close(ClosePool request) {
    return translated(() -> closing.close(request));
  }

  @Override
  public void control(ControlOrder order) {
    translated(
        () -> {
          steering.write(order);
          return order;
        });
  }

  @Override
  public Spending spending(String experiment) {
    return translated(() -> new Spending(batches.spending(experiment)));
  }

  private static <T> T translated(Supplier<T> work) {
    try {
      return work.get();
    } catch (PeerUnavailable | FaultToleranceException e) {
      throw Failures.of(FailureType.PEER_UNAVAILABLE, e);
    } catch (StoreUnavailable e) {
      throw Failures.of(FailureType.STORE_UNAVAILABLE, e);
    }
  }
}
