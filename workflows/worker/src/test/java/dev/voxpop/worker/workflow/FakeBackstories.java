package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.backstory.BackstoryActivities;
import dev.voxpop.contracts.backstory.ClosePool;
import dev.voxpop.contracts.backstory.OpenPool;
import dev.voxpop.contracts.backstory.PoolReceipt;
import dev.voxpop.contracts.backstory.StoryBatch;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckRequest;
import dev.voxpop.contracts.run.ControlOrder;
import dev.voxpop.contracts.run.Roster;
import dev.voxpop.contracts.run.Spending;
import java.util.List;
import java.util.Map;

/** A backstory stage that obeys its control row and writes every story at one call. */
public final class FakeBackstories implements BackstoryActivities {

  private static final int STORIES = 40;

  private final Script script;
  private final Shelf stories = new Shelf();

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
    int units = batch.to() - batch.from();
    return scripted instanceof BatchReceipt receipt
        ? receipt
        : stories.work(
            place(batch.experiment(), batch.pool(), Integer.toString(batch.from()), units),
            batch.allowance());
  }

  private static Shelf.Place place(String experiment, String pool, String batch, int units) {
    return new Shelf.Place(experiment, experiment + "/pool/" + pool, batch, units, units);
  }

  /** Closing asks once more, at the first time. */
  @Override
  public PoolReceipt close(ClosePool request) {
    script.note("close " + request.pool());
    BatchReceipt last =
        stories.work(place(request.experiment(), request.pool(), "end", 1), request.allowance());
    return new PoolReceipt(request.pool(), STORIES, Map.of(), last.settled());
  }

  @Override
  public void control(ControlOrder order) {
    script.note("backstory control " + order.mode().wireName());
    stories.steer(order.experiment(), order.mode());
  }

  @Override
  public Spending spending(String experiment) {
    return stories.spending(experiment);
  }
}
