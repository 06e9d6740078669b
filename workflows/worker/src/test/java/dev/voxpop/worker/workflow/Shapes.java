package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.workflow.RunExperiment.Concurrency;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The main shapes that a run can take, each the life of one run with the id of its shape. */
enum Shapes {
  HAPPY {
    @Override
    void live(World world) {
      world.run(id(), elevenArms().replace("\"eleven-arms\"", "\"happy\""));
    }
  },
  DRY_RUN {
    @Override
    void live(World world) {
      world.run(id(), World.ONE_ARM.replace("\"v1\",", "\"v1\", \"dryRun\": true,"));
    }
  },
  INVALID_DOCUMENT {
    @Override
    void live(World world) {
      ended(world, "{\"apiVersion\": \"v1\", \"sede\": 1, \"survey\": {\"wave\": \"nowhere\"}}");
    }
  },
  ACTIVITY_RETRY {
    @Override
    void live(World world) {
      for (int nth = 1; nth <= 3; nth++) {
        world.script.at("interview bio 0 ", nth, () -> fail("StoreUnavailable"));
      }
      world.run(id(), World.ONE_ARM);
    }
  },
  PAUSE_AND_RESUME {
    @Override
    void live(World world) {
      world.script.at("interview bio 0 ", 1, () -> world.signal(id(), "pause", "tea"));
      world.script.at("record paused", 1, () -> world.signal(id(), "resume", "done"));
      world.run(id(), World.ONE_ARM);
    }
  },
  UPDATE {
    @Override
    void live(World world) {
      world.script.at(
          "interview bio 0 ",
          1,
          () ->
              world
                  .client
                  .newUntypedWorkflowStub(id())
                  .update("setConcurrency", Void.class, new Concurrency("default", 3)));
      world.run(id(), World.ONE_ARM);
    }
  },
  BUDGET_STOP {
    @Override
    void live(World world) {
      world.experiments.limit(70);
      world.run(id(), World.ONE_ARM);
    }
  },
  GRACEFUL_STOP {
    @Override
    void live(World world) {
      world.script.at("interview bio 10 ", 1, () -> world.signal(id(), "stopGracefully"));
      world.run(id(), World.ONE_ARM);
    }
  },
  CANCELLED {
    @Override
    void live(World world) {
      world.script.at(
          "interview bio 10 ", 1, () -> world.client.newUntypedWorkflowStub(id()).cancel());
      ended(world, World.ONE_ARM);
    }
  },
  CONTINUE_AS_NEW {
    @Override
    void live(World world) {
      world.surveys.size(14_000, 10, 20);
      world.run(id(), World.ONE_ARM);
    }
  },
  CHILD_FAILURE {
    @Override
    void live(World world) {
      world.script.at("enrolArm bio", 1, () -> fail("MissingData"));
      world.script.at("record paused", 1, () -> world.signal(id(), "resume"));
      world.run(id(), World.ONE_ARM);
    }
  },
  OUTAGE {
    @Override
    void live(World world) {
      world.script.answer(
          "interview bio 0 ", 1, () -> Tallies.halted(10, PauseReason.PROVIDER_OUTAGE));
      world.run(id(), World.ONE_ARM);
    }
  };

  /** Lives the shape through to its end. */
  abstract void live(World world);

  /** Histories that the shape has at least: the run's, its children's, their later legs. */
  int family() {
    return switch (this) {
      case DRY_RUN, INVALID_DOCUMENT -> 1;
      case HAPPY -> 1 + 4 + 11;
      case CONTINUE_AS_NEW, CHILD_FAILURE -> 3;
      default -> 2;
    };
  }

  /** The run's id. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  void ended(World world, String document) {
    try {
      throw new AssertionError(world.result(world.start(id(), document)));
    } catch (WorkflowFailedException expected) {
      // The history is what counts.
    }
  }

  private static void fail(String type) {
    throw ApplicationFailure.newFailureWithCause(
        "scripted", type, new IllegalStateException("scripted"));
  }

  private static String elevenArms() {
    try {
      return Files.readString(Path.of("..", "..", "examples", "eleven-arms.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
