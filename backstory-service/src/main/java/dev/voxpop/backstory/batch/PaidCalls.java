package dev.voxpop.backstory.batch;

import dev.voxpop.backstory.batch.Journal.Standing;
import dev.voxpop.backstory.slot.CallKey;
import dev.voxpop.backstory.slot.Calls;
import dev.voxpop.backstory.slot.PromptHash;
import dev.voxpop.backstory.slot.Said;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.languagemodel.ModelEndpoint;
import dev.voxpop.languagemodel.ModelFailure;
import dev.voxpop.languagemodel.Prompt;
import dev.voxpop.languagemodel.Purse;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Seat;
import dev.voxpop.languagemodel.Usage;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The calls of one slot: replayed from the journal where it has them, bought where it has not.
 *
 * <p>A call leaves only after the commit that announces it, and what it brought is used only after
 * the commit that keeps it. Belongs to the slot's thread.
 */
final class PaidCalls implements Calls {

  private static final int ALIKE_REJECTS = 20;
  private static final int MALFORMED_REPLIES = 3;
  private static final Usage NO_USAGE = new Usage(0, 0, 0, 0, Usage.Source.ESTIMATED);

  private final BatchRun batch;
  private final Journal journal;
  private final Map<CallKey, Recorded> known;
  private final Map<CallKey, Trouble> troubles;

  PaidCalls(BatchRun batch, SlotWork work) {
    this.batch = batch;
    this.journal = batch.setting().journal();
    this.known = work.journal();
    this.troubles = new HashMap<>(work.troubles());
  }

  /** A call on its way. */
  private record Call(CallKey key, String alias, Prompt prompt, ModelEndpoint endpoint) {

    Allowance worstCase() {
      return endpoint.worstCase(prompt);
    }
  }

  @Override
  public Said ask(CallKey key, String alias, Prompt prompt) {
    Recorded recorded = known.get(key);
    if (recorded != null) {
      return replayed(key, recorded, PromptHash.of(alias, prompt));
    }
    Call call = new Call(key, alias, prompt, batch.setting().endpoints().apply(alias));
    try (Seat seat = seat(call)) {
      return buy(call, seat);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      batch.windDown(Ending.of(Ending.Why.LEAVING));
      throw new Unwound();
    }
  }

  private Said replayed(CallKey key, Recorded recorded, String hash) {
    if (!recorded.promptHash().equals(hash)) {
      String detail =
          "%s draw %d was asked with prompt %s, now %s"
              .formatted(key.path(), key.draw(), recorded.promptHash(), hash);
      batch.windDown(Ending.halted(PauseReason.PROMPT_DRIFT, detail));
      throw new Unwound();
    }
    return recorded.said();
  }

  private Seat seat(Call call) {
    String experiment = batch.setting().experiment();
    return call.endpoint()
        .enter(experiment, () -> !batch.windingDown())
        .filter(seat -> batch.mayCall(call.alias()) || leave(seat))
        .orElseThrow(Unwound::new);
  }

  private static boolean leave(Seat seat) {
    seat.close();
    return false;
  }

  private Said buy(Call call, Seat seat) throws InterruptedException {
    Purse.Reservation reservation =
        batch.funds().await(call.worstCase()).orElseThrow(this::outOfFunds);
    Allowance cost = Allowance.NONE;
    try {
      heed(journal.announce(call.key(), reservation.worstCase()));
      batch.setting().seam().at(Seam.Place.AFTER_CURSOR);
      if (!batch.mayCall(call.alias())) {
        journal.failed(call.key(), trouble(call.key()), Bill.NONE);
        throw new Unwound();
      }
      cost = reservation.worstCase();
      Ended ended = send(call, seat);
      batch.setting().seam().at(Seam.Place.AFTER_CALL);
      cost = ended.bill().settled();
      return conclude(call, ended);
    } finally {
      batch.funds().settle(reservation, cost);
    }
  }

  private Unwound outOfFunds() {
    batch.windDown(Ending.of(Ending.Why.NEEDS_GRANT));
    return new Unwound();
  }

  /** How a call ended: with a reply or with a failure. */
  private sealed interface Ended {
    Bill bill();

    record Replied(Reply reply, Bill bill) implements Ended {}

    record Failed(ModelFailure failure, Bill bill) implements Ended {}
  }

  private Ended send(Call call, Seat seat) {
    try {
      Reply reply = seat.ask(call.prompt());
      batch.health(call.alias()).succeeded();
      return new Ended.Replied(reply, new Bill(call.endpoint().billed(reply.usage()), 0));
    } catch (ModelFailure failure) {
      return new Ended.Failed(failure, Bill.of(call.endpoint(), failure, call.worstCase()));
    }
  }

  private Said conclude(Call call, Ended ended) {
    return switch (ended) {
      case Ended.Replied(Reply reply, Bill bill) ->
          keep(call, Said.of(reply), invoice(call, reply.latency(), bill));
      case Ended.Failed(ModelFailure failure, Bill bill) -> failed(call, failure, bill);
    };
  }

  private static Invoice invoice(Call call, Duration latency, Bill bill) {
    return new Invoice(call.alias(), call.prompt().decoding().seed().orElse(-1), latency, bill);
  }

  private Said keep(Call call, Said said, Invoice invoice) {
    Recorded recorded = new Recorded(PromptHash.of(call.alias(), call.prompt()), said);
    Journal.Kept kept = journal.keep(call.key(), recorded, invoice);
    batch.counts().kept();
    batch.counts().billed(invoice.bill());
    batch.setting().seam().at(Seam.Place.AFTER_COMMIT);
    heed(kept.standing());
    return replayed(call.key(), kept.recorded(), recorded.promptHash());
  }

  private Said failed(Call call, ModelFailure failure, Bill bill) {
    return switch (failure.type()) {
      case CONTENT_FILTERED -> fault(call, "content-filter", failure, bill);
      case CONTEXT_TOO_LONG -> fault(call, "context-length", failure, bill);
      case MODEL_REPLY_MALFORMED -> malformed(call, failure, bill);
      case MODEL_REJECTED -> rejected(call, failure, bill);
      case MODEL_AUTH_FAILED -> {
        batch.health(call.alias()).locked();
        batch.windDown(
            Ending.halted(PauseReason.PROVIDER_AUTH, String.valueOf(failure.getMessage())));
        throw park(call, failure, bill);
      }
      default -> throw park(call, failure, bill);
    };
  }

  private Said malformed(Call call, ModelFailure failure, Bill bill) {
    Trouble now = trouble(call.key()).plusMalformed();
    if (now.malformed() >= MALFORMED_REPLIES) {
      return fault(call, "malformed", failure, bill);
    }
    throw park(call, now, failure, bill);
  }

  private Said rejected(Call call, ModelFailure failure, Bill bill) {
    AliasHealth health = batch.health(call.alias());
    if (health.answeredSinceRefusing(call.key())) {
      return fault(call, "rejected", failure, bill);
    }
    if (health.refused(failure.status()) >= ALIKE_REJECTS) {
      batch.windDown(
          Ending.halted(PauseReason.PROVIDER_REJECTS, String.valueOf(failure.getMessage())));
    }
    throw park(call, failure, bill);
  }

  private Said fault(Call call, String reason, ModelFailure failure, Bill bill) {
    Said said = Said.fault(reason, failure.usage().orElse(NO_USAGE));
    return keep(call, said, invoice(call, Duration.ZERO, bill));
  }

  private Unwound park(Call call, ModelFailure failure, Bill bill) {
    return park(call, trouble(call.key()).plusTry(), failure, bill);
  }

  private Unwound park(Call call, Trouble trouble, ModelFailure failure, Bill bill) {
    troubles.put(call.key(), trouble);
    Standing standing = journal.failed(call.key(), trouble, bill);
    batch.counts().billed(bill);
    batch.parked(failure);
    heed(standing);
    return new Unwound();
  }

  private void heed(Standing standing) {
    if (standing == Standing.OVERTAKEN) {
      batch.windDown(Ending.of(Ending.Why.OVERTAKEN));
      throw new Unwound();
    }
  }

  private Trouble trouble(CallKey key) {
    return troubles.getOrDefault(key, Trouble.NONE);
  }
}
