package dev.voxpop.analysis.activity;

import dev.voxpop.analysis.store.ArmAnswers;
import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.TextStyle;
import dev.voxpop.contracts.survey.ArmReceipt;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How an arm was conditioned and what it cost, in words. */
final class ArmFacts {

  private static final int MICRO = 6;

  private ArmFacts() {}

  static SortedMap<String, String> of(ArmSpec arm, ArmReceipt receipt, ArmAnswers stored) {
    TreeMap<String, String> facts = new TreeMap<>();
    put(facts, "baseline", style(arm.baseline()));
    put(facts, "pool", arm.pool());
    put(facts, "matching", arm.matching());
    put(facts, "appended text", style(arm.append()));
    put(facts, "traits in texts", String.join(", ", arm.traits()));
    put(facts, "specification hash", arm.hash());
    put(facts, "models", String.join(", ", stored.models()));
    put(facts, "questions in series", arm.survey().inSeries() ? "yes" : "no");
    put(facts, "repeats", Integer.toString(arm.survey().repeats()));
    stored.prompts().forEach((id, hash) -> facts.put("prompt " + id, hash));
    if (receipt.answerMicros() >= 0) {
      String amount = BigDecimal.valueOf(receipt.answerMicros(), MICRO).toPlainString();
      facts.put("cost", (amount + " " + stored.currency()).strip());
    }
    return facts;
  }

  private static @Nullable String style(@Nullable TextStyle style) {
    return style == null ? null : style.wireName();
  }

  private static void put(Map<String, String> facts, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      facts.put(name, value);
    }
  }
}
