package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.backstory.ClosePool;
import dev.voxpop.contracts.backstory.OpenPool;
import dev.voxpop.contracts.backstory.PoolReceipt;
import dev.voxpop.contracts.backstory.StoryBatch;
import dev.voxpop.contracts.experiment.PoolSpec;
import dev.voxpop.contracts.experiment.TraitSpec;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.Roster;
import dev.voxpop.contracts.run.SteeringMode;
import dev.voxpop.contracts.survey.EnrolStories;
import dev.voxpop.contracts.survey.TraitBatch;
import dev.voxpop.contracts.workflow.Carried;
import dev.voxpop.contracts.workflow.PoolOutcome;
import dev.voxpop.contracts.workflow.PoolWork;
import dev.voxpop.contracts.workflow.WritePool;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** The protocol of one pool: write its stories, close it, ask the stories' traits. */
public final class WritePoolWorkflow implements WritePool {

  private static final String WRITING = "stories";
  private static final String ASKING = "traits";

  private final Steering steering = new Steering(SteeringMode.RUN);

  @Override
  public PoolOutcome write(PoolWork work) {
    steering.begin(work.mode(), work.carried());
    String path = Workflow.getInfo().getWorkflowId();
    WindowPurse purse = new WindowPurse(work.experiment(), path, work.generation());
    Carried carried = work.carried();
    if (carried != null) {
      purse.carryOn(carried.grants(), carried.purse(), carried.settled());
    }
    PoolReceipt pool = writeStories(work, purse);
    boolean asked = pool != null && askTraits(work, purse);
    purse.close();
    return new PoolOutcome(pool, purse.settled(), asked);
  }

  @Override
  public void steer(SteeringMode mode) {
    steering.set(mode);
  }

  @Override
  public void probe() {
    steering.probe();
  }

  private @Nullable PoolReceipt writeStories(PoolWork work, WindowPurse purse) {
    PoolSpec pool = work.pool();
    Carried carried = work.carried();
    if (carried == null || carried.step().equals(WRITING)) {
      Roster roster =
          Stages.backstory("open pool " + pool.name()).open(new OpenPool(work.experiment(), pool));
      if (!through(work, WRITING, roster, purse, storyTurn(work))) {
        return null;
      }
    }
    return close(work, purse);
  }

  /** Closes the pool; asked again by a later leg, gets the same answer and books nothing. */
  private static PoolReceipt close(PoolWork work, WindowPurse purse) {
    Allowance share = purse.takeAll();
    PoolReceipt receipt =
        Stages.backstory("close pool " + work.pool().name())
            .close(new ClosePool(work.experiment(), work.pool().pool(), share));
    boolean booked = ofStep(work.carried(), ASKING) != null;
    purse.settle(share, booked ? Allowance.NONE : receipt.settled());
    return receipt;
  }

  private boolean askTraits(PoolWork work, WindowPurse purse) {
    TraitSpec traits = work.traits();
    if (traits == null) {
      return true;
    }
    Roster roster =
        Stages.survey("enrol stories of " + work.pool().name())
            .enrolStories(
                new EnrolStories(work.experiment(), work.pool().pool(), traits, work.survey()));
    return through(work, ASKING, roster, purse, traitTurn(work, traits));
  }

  /** Works through a roster; false when the run was stopped or ran out of money on the way. */
  private boolean through(
      PoolWork work, String step, Roster roster, WindowPurse purse, BatchWindow.Turn turn) {
    Carried carried = ofStep(work.carried(), step);
    Reporter reporter = Children.report(roster, carried, steering, purse, work.reports());
    BatchWindow.Position position = BatchWindow.Position.of(work.generation(), carried);
    BatchWindow window = new BatchWindow(roster, purse, steering, reporter, position);
    BatchWindow.End end = window.run(turn);
    reporter.end();
    if (end == BatchWindow.End.HISTORY_LONG) {
      Carried next = Children.carry(step, roster, window, purse, reporter);
      Children.continueAs(work.goingOn(steering.mode(), next));
    }
    return end == BatchWindow.End.DONE;
  }

  private static @Nullable Carried ofStep(@Nullable Carried carried, String step) {
    return carried != null && carried.step().equals(step) ? carried : null;
  }

  private static BatchWindow.Turn storyTurn(PoolWork work) {
    PoolSpec pool = work.pool();
    return (from, to, turn, allowance) ->
        Stages.backstory("stories " + from + "–" + (to - 1) + " · " + pool.name())
            .write(new StoryBatch(work.experiment(), pool.pool(), from, to, turn, allowance));
  }

  private static BatchWindow.Turn traitTurn(PoolWork work, TraitSpec traits) {
    PoolSpec pool = work.pool();
    return (from, to, turn, allowance) ->
        Stages.survey("traits of stories " + from + "–" + (to - 1) + " · " + pool.name())
            .askTraits(
                new TraitBatch(
                    work.experiment(), pool.pool(), traits.key(), from, to, turn, allowance));
  }
}
