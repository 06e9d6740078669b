package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.run.SteeringMode;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The children at work, each steered by a courier of its own. */
final class Crew {

  private final Map<String, Member> members = new LinkedHashMap<>();

  private record Member(Courier<SteeringMode> courier, Runnable probe) {}

  /** Steers a child from now on; it knows what the letter says. */
  void join(String path, Handles child, Courier.Letter<SteeringMode> known) {
    Courier<SteeringMode> courier = new Courier<>(child.steer(), known);
    members.put(path, new Member(courier, child.probe()));
    courier.start();
  }

  /** By what a child is steered. */
  record Handles(Consumer<SteeringMode> steer, Runnable probe) {}

  void leave(String path) {
    Member member = members.remove(path);
    if (member != null) {
      member.courier().dismiss();
    }
  }

  void tell(Courier.Letter<SteeringMode> news) {
    members.values().forEach(member -> member.courier().take(news));
  }

  /** Lets one child try the provider: this one, or another one if it is gone; empty without any. */
  Optional<String> probe(@Nullable String path) {
    Optional<String> trying =
        path != null && members.containsKey(path)
            ? Optional.of(path)
            : members.keySet().stream().findFirst();
    trying.map(members::get).ifPresent(Crew::probe);
    return trying;
  }

  boolean has(String path) {
    return members.containsKey(path);
  }

  private static void probe(Member member) {
    try {
      member.probe().run();
    } catch (TemporalFailure gone) {
      Workflow.getLogger(Crew.class).warn("No child tried the provider: {}", gone.getMessage());
    }
  }
}
