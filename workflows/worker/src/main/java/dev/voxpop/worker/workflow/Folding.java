package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.workflow.ArmProgress;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a list of parts small without changing its sums: as many parts as fit, unfinished ones
 * first, and one part for all the others together.
 */
final class Folding {

  private static final int ROOM = 3_400;
  private static final int NUMBERS = 150;

  private Folding() {}

  /** The parts in the order given, or what stands for them. */
  static List<ArmProgress> fold(List<ArmProgress> parts) {
    if (parts.stream().mapToInt(Folding::size).sum() <= ROOM) {
      return parts;
    }
    List<ArmProgress> kept = new ArrayList<>();
    List<ArmProgress> rest = new ArrayList<>();
    int room = ROOM - NUMBERS - 20;
    for (ArmProgress part : unfinishedFirst(parts)) {
      room -= size(part);
      (room >= 0 ? kept : rest).add(part);
    }
    kept.add(together(rest));
    return List.copyOf(kept);
  }

  private static List<ArmProgress> unfinishedFirst(List<ArmProgress> parts) {
    List<ArmProgress> ordered = new ArrayList<>();
    parts.stream().filter(part -> part.done() < part.planned()).forEach(ordered::add);
    parts.stream().filter(part -> part.done() >= part.planned()).forEach(ordered::add);
    return ordered;
  }

  private static ArmProgress together(List<ArmProgress> rest) {
    return new ArmProgress(
        "and " + rest.size() + " more",
        rest.stream().mapToLong(ArmProgress::done).sum(),
        rest.stream().mapToLong(ArmProgress::planned).sum(),
        rest.stream().mapToLong(ArmProgress::failed).sum(),
        rest.stream().mapToLong(ArmProgress::micros).sum());
  }

  /** Bytes of a part's JSON, rounded up: paths are ASCII, numbers have 20 digits at most. */
  private static int size(ArmProgress part) {
    return part.path().length() + NUMBERS;
  }
}
