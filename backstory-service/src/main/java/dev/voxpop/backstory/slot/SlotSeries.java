package dev.voxpop.backstory.slot;

import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.interviewing.Move;
import dev.voxpop.interviewing.Place;
import dev.voxpop.interviewing.Protocol;
import dev.voxpop.languagemodel.Prompt;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One slot on its way: the calls that are known, and the move that follows from replaying the
 * slot's protocol over them. Replaying costs no call, and it is the only way to be anywhere: a slot
 * that goes on in another process asks exactly what it would have asked here.
 */
public final class SlotSeries implements Protocol<SlotStep> {

  private final Subject subject;
  private final Known known;
  private final String letters;
  private final Place place;
  private final Move<SlotStep> move;

  /** What stays the same from the first call to the last. */
  private record Subject(SlotRules rules, SlotOrder order, Predicate<String> taken) {}

  /**
   * The calls that have been made.
   *
   * @param checked those whose prompts are known to be the ones that are asked here
   */
  private record Known(Map<CallKey, Recorded> calls, Set<CallKey> checked) {

    private Known and(CallKey key, Recorded recorded) {
      Map<CallKey, Recorded> more = new HashMap<>(calls);
      more.put(key, recorded);
      return new Known(more, checked);
    }
  }

  private SlotSeries(Subject subject, Known known) {
    Replay replay = new Replay(subject, known);
    this.move = replay.run();
    this.subject = subject;
    this.known = new Known(known.calls(), replay.checked);
    this.letters = replay.letters.toString();
    this.place = replay.place;
  }

  private SlotSeries(SlotSeries before, Move.Finished<SlotStep> finished) {
    this.move = finished;
    this.subject = before.subject;
    this.known = before.known;
    this.letters = before.letters;
    this.place = before.place;
  }

  /**
   * A slot with what the journal holds of it.
   *
   * @param taken knows the folded texts of stories with lower numbers
   */
  public static SlotSeries of(
      SlotRules rules, SlotOrder order, Predicate<String> taken, Map<CallKey, Recorded> journal) {
    return new SlotSeries(
        new Subject(rules, order, taken), new Known(Map.copyOf(journal), Set.of()));
  }

  @Override
  public Move<SlotStep> move() {
    return move;
  }

  @Override
  public Place place() {
    return place;
  }

  /** One letter for every candidate whose fate is known. */
  public String letters() {
    return letters;
  }

  @Override
  public SlotSeries with(SlotStep stored) {
    return switch (stored) {
      case SlotStep.Called called -> {
        SlotSeries next = new SlotSeries(subject, known.and(called.key(), called.recorded()));
        yield called.end() == null ? next : new SlotSeries(next, new Move.Finished<>());
      }
      case SlotStep.Ended ended -> new SlotSeries(this, new Move.Finished<>());
    };
  }

  /** The slot's protocol, run until it wants a call that is not known. */
  private static final class Replay implements Calls {
    private final Subject subject;
    private final Known known;
    private final Set<CallKey> checked;
    private final StringBuilder letters = new StringBuilder();
    private Place place = Place.START;
    private Move<SlotStep> next = new Move.Finished<>();

    private Replay(Subject subject, Known known) {
      this.subject = subject;
      this.known = known;
      this.checked = new HashSet<>(known.checked());
    }

    private Move<SlotStep> run() {
      SlotWriter writer =
          SlotWriter.of(subject.rules(), this, (slot, candidate, letter) -> letters.append(letter));
      try {
        return new Move.Tell<>(new SlotStep.Ended(writer.write(subject.order(), subject.taken())));
      } catch (Unknown e) {
        return next;
      }
    }

    @Override
    public Said ask(CallKey key, String alias, Prompt prompt) {
      place = key.at();
      Recorded recorded = known.calls().get(key);
      if (recorded == null) {
        next =
            new SlotCall(
                key, alias, prompt, reply -> new SlotSeries(subject, known.and(key, reply)));
        throw new Unknown();
      }
      String hash = checked.add(key) ? PromptHash.of(alias, prompt) : recorded.promptHash();
      if (!recorded.promptHash().equals(hash)) {
        next = drift(key, recorded.promptHash(), hash);
        throw new Unknown();
      }
      return recorded.said();
    }

    private static Move<SlotStep> drift(CallKey key, String before, String now) {
      return new Move.Halt<>(
          PauseReason.PROMPT_DRIFT,
          "%s draw %d was asked with prompt %s, now %s"
              .formatted(key.path(), key.draw(), before, now));
    }
  }

  /** The way out of a replay: the next call is not known. */
  private static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Unknown() {
      super("the next call is not known", null, false, false);
    }
  }
}
