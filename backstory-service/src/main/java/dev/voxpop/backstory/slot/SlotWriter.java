package dev.voxpop.backstory.slot;

import dev.voxpop.backstory.gate.Gate;
import dev.voxpop.backstory.gate.TextGates;
import dev.voxpop.backstory.gate.Verdict;
import dev.voxpop.backstory.slot.SlotEnd.Winner;
import dev.voxpop.languagemodel.Prompt;
import dev.voxpop.languagemodel.Reply.Finish;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The protocol of one slot: preamble until it is accepted, rounds of candidates, gates on each
 * candidate in order; the first one that passes all of them wins.
 *
 * <p><b>Determinism:</b> every step is a function of the replies before it and of seeds derived
 * from pool, slot, round and draw, so replaying recorded replies leads to the same place on any
 * thread. A round asks for as many candidates at once as the provider gives in one request, and
 * asks for the rest only when none of those passed: a candidate that cannot win is not bought.
 * Nothing is unbounded: at most {@code attempts} preambles, {@code rounds × candidates} candidates
 * and as many verdicts.
 */
public final class SlotWriter {

  private final SlotRules rules;
  private final Prompts prompts;
  private final Calls calls;
  private final Verdicts verdicts;

  private SlotWriter(SlotRules rules, Calls calls, Verdicts verdicts) {
    this.rules = rules;
    this.prompts = new Prompts(rules);
    this.calls = calls;
    this.verdicts = verdicts;
  }

  /** A writer for the slots of one pool. */
  public static SlotWriter of(SlotRules rules, Calls calls, Verdicts verdicts) {
    return new SlotWriter(rules, calls, verdicts);
  }

  /**
   * Fills a slot or finds that it cannot be filled.
   *
   * @param taken knows the folded texts of stories with lower numbers
   */
  public SlotEnd write(SlotOrder order, Predicate<String> taken) {
    return new Attempt(order, TextGates.of(rules.gates(), taken)).run();
  }

  /** One slot on its way. */
  private final class Attempt {
    private final SlotOrder order;
    private final TextGates gates;
    private final StringBuilder letters = new StringBuilder();
    private Optional<String> preamble = Optional.empty();
    private int preambleAttempts;
    private int rounds;

    private Attempt(SlotOrder order, TextGates gates) {
      this.order = order;
      this.gates = gates;
    }

    private SlotEnd run() {
      if (rules.preamble().isPresent() && !agree(rules.preamble().get())) {
        return exhausted("preamble");
      }
      String text = prompt();
      while (rounds < rules.rounds()) {
        Optional<SlotEnd> end = round(rounds++, text);
        if (end.isPresent()) {
          return end.get();
        }
      }
      return exhausted("gate");
    }

    /** Draws a round's candidates, request by request; empty when none of them passed. */
    private Optional<SlotEnd> round(int round, String text) {
      for (int drawn = 0; drawn < rules.candidates(); ) {
        CallKey key = CallKey.candidates(order.slot(), round, drawn);
        int wanted = Math.min(rules.writer().maxN(), rules.candidates() - drawn);
        Prompt asked = prompts.candidates(key, text, wanted);
        Said said = calls.ask(key, rules.writer().alias(), asked);
        if ("context-length".equals(said.fault())) {
          return Optional.of(exhausted("context-length"));
        }
        Optional<Winner> winner = firstPassing(said, key, round);
        if (winner.isPresent()) {
          return Optional.of(new SlotEnd.Filled(letters.toString(), rounds, winner.get()));
        }
        drawn += Math.max(1, said.choices().size());
      }
      return Optional.empty();
    }

    private boolean agree(SlotRules.Preamble exchange) {
      for (int attempt = 0; attempt < exchange.attempts(); attempt++) {
        CallKey key = CallKey.preamble(order.slot(), attempt);
        Prompt asked = prompts.preamble(key, exchange.question());
        String answer = calls.ask(key, rules.writer().alias(), asked).text().strip();
        preambleAttempts++;
        if (exchange.accepted().isIn(answer)) {
          preamble = Optional.of(answer);
          return true;
        }
      }
      return false;
    }

    private String prompt() {
      return rules
          .preamble()
          .flatMap(exchange -> preamble.map(a -> rules.layout().exchange(exchange.question(), a)))
          .map(before -> before + "\n\n" + order.prompt())
          .orElse(order.prompt());
    }

    private Optional<Winner> firstPassing(Said said, CallKey key, int round) {
      if (said.choices().isEmpty()) {
        note(Gate.EMPTY.letter());
      }
      for (int i = 0; i < said.choices().size(); i++) {
        Said.Words words = said.choices().get(i);
        int candidate = key.draw() + i;
        Optional<Gate> failure = failure(words, round, candidate);
        note(failure.map(Gate::letter).orElse(Gate.PASSED));
        if (failure.isEmpty()) {
          return Optional.of(winner(said, words, key, candidate));
        }
      }
      return Optional.empty();
    }

    private void note(char letter) {
      verdicts.note(order.slot(), letters.length(), letter);
      letters.append(letter);
    }

    private Optional<Gate> failure(Said.Words words, int round, int candidate) {
      String text = words.finish() == Finish.FILTERED ? "" : words.text();
      boolean cut = words.finish() == Finish.LENGTH;
      Optional<Gate> failure = gates.failure(new TextGates.Candidate(text, cut));
      if (failure.isPresent() || !rules.gates().judge()) {
        return failure;
      }
      CallKey key = CallKey.judge(order.slot(), round, candidate);
      Prompt asked = prompts.judge(key, text.strip());
      return switch (Verdict.read(calls.ask(key, rules.judge().alias(), asked).text())) {
        case YES -> Optional.empty();
        case NO -> Optional.of(Gate.JUDGE);
        case UNREADABLE -> Optional.of(Gate.VERDICT);
      };
    }

    private Winner winner(Said said, Said.Words words, CallKey key, int candidate) {
      return new Winner(
          words.text().strip(),
          rounds - 1,
          candidate,
          preamble.orElse(null),
          preambleAttempts,
          rules.seedOf(key),
          said.model(),
          words.finish(),
          said.usage(),
          words.logprob());
    }

    private SlotEnd exhausted(String reason) {
      return new SlotEnd.Exhausted(letters.toString(), rounds, reason);
    }
  }
}
