package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.backstory.BackstoryActivities;
import dev.voxpop.contracts.backstory.ClosePool;
import dev.voxpop.contracts.backstory.OpenPool;
import dev.voxpop.contracts.backstory.PoolReceipt;
import dev.voxpop.contracts.backstory.StoryBatch;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.contracts.run.BatchReceipt.BatchEnd;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckRequest;
import dev.voxpop.contracts.run.ControlOrder;
import dev.voxpop.contracts.run.Roster;
import dev.voxpop.contracts.run.Spending;
import dev.voxpop.contracts.run.SteeringMode;
import java.util.List;
import java.util.Map;

/** A backstory stage that obeys its control row and writes every story at one call. */
public final class FakeBackstories implements BackstoryActivities {

  private static final int STORIES = 40;

  private final Script script;
  private volatile SteeringMode mode = SteeringMode.RUN;

  /** Notes its calls in a script. */
  public FakeBackstories(Script script) {
    this.script = script;
  }

  @Override
  public CheckReport check(CheckRequest request) {
    script.note("backstory check");
    return CheckReport.of(List.of());
  }

  @Override
  public Roster open(OpenPool request) {
    script.note("open " + request.pool().name());
    return new Roster(STORIES, STORIES, 0, 0, 20, 2, new Allowance(20, 2_000, 0));
  }

  @Override
  public BatchReceipt write(StoryBatch batch) {
    Object scripted = script.note("write " + batch.pool() + " " + batch.from());
    int size = batch.to() - batch.from();
    if (scripted instanceof BatchReceipt receipt) {
      return receipt;
    }
    return switch (mode) {
      case RUN -> Tallies.done(size, size);
      case PAUSE -> Tallies.ended(BatchEnd.PAUSED, size);
      case STOP -> Tallies.ended(BatchEnd.STOPPED, size);
    };
  }

  @Override
  public PoolReceipt close(ClosePool request) {
    script.note("close " + request.pool());
    return new PoolReceipt(request.pool(), STORIES, Map.of(), new Allowance(1, 100, 0));
  }

  @Override
  public void control(ControlOrder order) {
    script.note("backstory control " + order.mode().wireName());
    mode = order.mode();
  }

  @Override
  public Spending spending(String experiment) {
    return new Spending(Map.of());
  }
}
