package dev.voxpop.analysis.activity;

import dev.voxpop.analysis.store.ArmAnswers;
import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.DecodingChoice;
import dev.voxpop.contracts.experiment.SurveySpec;
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
    put(facts, "seed", Long.toString(arm.seed()));
    asking(facts, arm.survey());
    put(facts, "way to the model", arm.format().mode().wireName());
    drawing(facts, arm.decoding());
    stored.prompts().forEach((id, hash) -> facts.put("prompt " + id, hash));
    if (receipt.answerMicros() >= 0) {
      String amount = BigDecimal.valueOf(receipt.answerMicros(), MICRO).toPlainString();
      facts.put("cost", (amount + " " + stored.currency()).strip());
    }
    return facts;
  }

  private static void asking(Map<String, String> facts, SurveySpec survey) {
    put(facts, "questions in series", yes(survey.inSeries()));
    put(facts, "repeats", Integer.toString(survey.repeats()));
    put(facts, "question order randomised", yes(survey.randomiseQuestions()));
    put(facts, "option order randomised", yes(survey.randomiseOptions()));
    put(facts, "refusals asked again", yes(survey.reAskRefusals()));
    put(facts, "line asking for consistency", yes(survey.consistencyLine()));
    put(facts, "line forcing a choice", yes(survey.forcingLine()));
  }

  private static void drawing(Map<String, String> facts, DecodingChoice decoding) {
    put(facts, "temperature", Double.toString(decoding.temperature()));
    put(facts, "top p", Double.toString(decoding.topP()));
    put(facts, "most tokens an answer", Integer.toString(decoding.maxTokens()));
    put(facts, "most draws an answer", Integer.toString(decoding.maxAttempts()));
    put(facts, "token probabilities", decoding.tokenProbabilities() ? "read" : "");
  }

  // the facts come as booleans from the document
  private static String yes(boolean chosen) {
    return chosen ? "yes" : "no";
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
