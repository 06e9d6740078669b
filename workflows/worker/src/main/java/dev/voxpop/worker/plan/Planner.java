package dev.voxpop.worker.plan;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.AuditSpec;
import dev.voxpop.contracts.experiment.PoolSpec;
import dev.voxpop.contracts.experiments.Plan;
import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plans what a settled document will buy: calls, tokens and money as intervals.
 *
 * <p>Assumptions: a story has 350 to 1,200 tokens; a slot needs one to three rounds and one judge
 * call each; a cell needs one to two draws of 8 tokens to the limit; prompts in series grow by 60
 * to 120 tokens a question.
 */
final class Planner {

  private static final int SHORT_STORY = 350;
  private static final int LONG_STORY = 1200;

  private final Settled settled;
  private final Facts facts;
  private final List<String> lines = new ArrayList<>();
  private Purchase total = Purchase.NOTHING;

  private Planner(Settled settled, Facts facts) {
    this.settled = settled;
    this.facts = facts;
  }

  /** The plan of a settled document. */
  static Plan plan(Settled settled, Facts facts) {
    return new Planner(settled, facts).plan();
  }

  private Plan plan() {
    settled.pools().forEach(this::pool);
    settled.questionedPools().forEach(this::traits);
    Set<String> cells = auditCells();
    settled.arms().stream().filter(arm -> !cells.contains(arm.arm())).forEach(this::arm);
    audit(settled.arms().stream().filter(arm -> cells.contains(arm.arm())).toList());
    return new Plan(
        settled.sample().people(),
        settled.survey().questions().size(),
        cells(),
        total.callsLow(),
        total.callsHigh(),
        total.tokensLow(),
        total.tokensHigh(),
        total.priced() ? total.microsLow() : null,
        total.priced() ? total.microsHigh() : null,
        lines);
  }

  private long cells() {
    return settled.arms().stream().mapToLong(this::cells).sum();
  }

  private long cells(ArmSpec arm) {
    return (long) personas(arm) * arm.survey().questions().size() * arm.survey().repeats();
  }

  private int personas(ArmSpec arm) {
    int all =
        arm.pool() == null || arm.matching() != null
            ? arm.sample().people()
            : settled.pools().stream()
                .filter(pool -> pool.pool().equals(arm.pool()))
                .mapToInt(PoolSpec::stories)
                .findFirst()
                .orElse(arm.sample().people());
    return arm.pilot() == null ? all : Math.min(all, arm.pilot());
  }

  private void pool(PoolSpec pool) {
    var generate = pool.source().generate();
    if (pool.source().imported() != null) {
      lines.add("pool " + pool.name() + ": " + pool.stories() + " imported stories");
      return;
    }
    long slots = pool.stories();
    int candidates = generate == null ? 1 : generate.candidates();
    int preamble = generate != null && generate.preamble() ? 1 : 0;
    Purchase writing =
        Purchase.of(
            slots * (1 + preamble),
            slots * (3L * candidates + 3L * preamble),
            slots * candidates * SHORT_STORY,
            slots * 3L * candidates * LONG_STORY,
            price(pool.models().stories()));
    Purchase judging =
        generate != null && generate.gates().judge()
            ? Purchase.of(
                slots,
                slots * 3,
                slots * SHORT_STORY,
                slots * 3L * LONG_STORY,
                price(pool.models().judge()))
            : Purchase.NOTHING;
    add("pool " + pool.name() + ": " + slots + " stories", writing.plus(judging));
  }

  private void traits(String pool) {
    var asked = Objects.requireNonNull(settled.traits());
    long stories =
        settled.pools().stream()
            .filter(p -> p.pool().equals(pool))
            .mapToLong(PoolSpec::stories)
            .sum();
    long cells = stories * asked.choice().use().size();
    int maxN = facts.model(asked.models().interview()).map(ModelFacts::maxN).orElse(1);
    long requests = Math.ceilDiv(asked.choice().samples(), Math.max(1, maxN));
    Purchase purchase =
        Purchase.of(
            cells,
            cells * (1 + requests),
            cells * SHORT_STORY,
            cells * ((1 + requests) * LONG_STORY + 128L * asked.choice().samples()),
            price(asked.models().interview()));
    add("traits: " + stories + " stories × " + asked.choice().use().size() + " traits", purchase);
  }

  private void arm(ArmSpec arm) {
    add(
        "arm %s: %d personas × %d questions"
            .formatted(arm.arm(), personas(arm), arm.survey().questions().size()),
        purchase(arm));
  }

  private Set<String> auditCells() {
    AuditSpec audit = settled.audit();
    return audit == null
        ? Set.of()
        : audit.cells().stream().map(AuditSpec.Cell::arm).collect(Collectors.toSet());
  }

  /** The cells of an audit are alike in size, and one line. */
  private void audit(List<ArmSpec> cells) {
    AuditSpec audit = settled.audit();
    if (audit == null || cells.isEmpty()) {
      return;
    }
    ArmSpec first = cells.getFirst();
    add(
        "audit of %s: %d cells × %d personas × %d questions"
            .formatted(
                audit.arm(), cells.size(), personas(first), first.survey().questions().size()),
        cells.stream().map(this::purchase).reduce(Purchase.NOTHING, Purchase::plus));
  }

  private Purchase purchase(ArmSpec arm) {
    long personas = personas(arm);
    long questions = arm.survey().questions().size();
    long series = personas * arm.survey().repeats();
    boolean story = arm.pool() != null;
    long low = (story ? SHORT_STORY : 50) + 60 * questions / 2;
    long high = (story ? LONG_STORY : 400) + 120 * questions / 2 + arm.decoding().maxTokens();
    return Purchase.of(
        series * questions,
        series * questions * 2,
        series * questions * (low + 8),
        series * questions * 2 * high,
        price(arm.models().interview()));
  }

  private Purchase.Price price(String alias) {
    return facts.model(alias).map(Purchase.Price::of).orElse(Purchase.Price.UNKNOWN);
  }

  private void add(String what, Purchase purchase) {
    total = total.plus(purchase);
    lines.add(
        String.format(
            Locale.ROOT, "%s, %,d–%,d calls", what, purchase.callsLow(), purchase.callsHigh()));
  }
}
