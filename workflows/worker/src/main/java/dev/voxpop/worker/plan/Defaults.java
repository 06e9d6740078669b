package dev.voxpop.worker.plan;

import dev.voxpop.contracts.experiment.ArmChoice;
import dev.voxpop.contracts.experiment.Compatibility;
import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiment.MatchingChoice;
import dev.voxpop.contracts.experiment.MatchingMethod;
import dev.voxpop.contracts.experiment.Mode;
import dev.voxpop.contracts.experiment.ModelAliases;
import dev.voxpop.contracts.experiment.Objective;
import dev.voxpop.contracts.experiment.OnUndetermined;
import dev.voxpop.contracts.experiment.OnZero;
import dev.voxpop.contracts.experiment.PersonaWeights;
import dev.voxpop.contracts.experiment.PoolChoice;
import dev.voxpop.contracts.experiment.PromptFormat;
import dev.voxpop.contracts.experiment.Roles;
import dev.voxpop.contracts.experiment.Straddling;
import dev.voxpop.contracts.experiment.TextStyle;
import dev.voxpop.contracts.experiment.TieBreak;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a document means where it is silent about pools, matchings, arms and traits. */
final class Defaults {

  private static final List<String> TRAITS =
      List.of("age_4", "gender", "education", "income_13", "race");
  private static final List<String> PRIMING =
      List.of("income_13", "race", "age_4", "gender", "education");

  private Defaults() {}

  static Map<String, PoolChoice> pools(ExperimentDocument document) {
    return document.pools().isEmpty()
        ? Map.of("natural", new PoolChoice(generate(), null, null, null))
        : document.pools();
  }

  static Map<String, MatchingChoice> matchings(ExperimentDocument document) {
    return document.matchings().isEmpty()
        ? Map.of("greedy", greedy(document, pools(document).keySet().iterator().next()))
        : document.matchings();
  }

  static List<ArmChoice> arms(ExperimentDocument document) {
    if (!document.arms().isEmpty()) {
      return document.arms();
    }
    List<ArmChoice> arms = new ArrayList<>();
    arms.add(arm("baseline-bio", TextStyle.BIO, null, TextStyle.NONE));
    if (document.pools().isEmpty() && document.matchings().isEmpty()) {
      arms.add(arm("greedy-bio", null, "greedy", TextStyle.BIO));
    }
    return arms;
  }

  /** The traits a document uses, or the usual five as far as the wave maps them. */
  static List<String> traits(List<String> chosen, List<String> mapped) {
    return chosen.isEmpty() ? TRAITS.stream().filter(mapped::contains).toList() : chosen;
  }

  /** The traits a primed story is written from. */
  static List<String> priming(List<String> chosen, List<String> mapped) {
    return chosen.isEmpty() ? PRIMING.stream().filter(mapped::contains).toList() : chosen;
  }

  private static PoolChoice.Generate generate() {
    return new PoolChoice.Generate(null, 8, 10, PoolChoice.Gates.DEFAULT, true, false, 1500);
  }

  private static MatchingChoice greedy(ExperimentDocument document, String pool) {
    boolean original = document.compat() == Compatibility.ORIGINAL;
    return new MatchingChoice(
        pool,
        MatchingMethod.GREEDY,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        false,
        OnZero.LIST,
        OnUndetermined.UNIFORM,
        0,
        original ? TieBreak.LOWEST_ID : TieBreak.SEEDED,
        Objective.SUM,
        original ? Straddling.FIRST : Straddling.SPLIT);
  }

  private static ArmChoice arm(
      String id, @Nullable TextStyle baseline, @Nullable String matching, TextStyle append) {
    return new ArmChoice(
        id, baseline, null, matching, append, PersonaWeights.NONE, null, null, null, null);
  }

  /** The format of an arm: its own, else the document's. */
  static PromptFormat format(ExperimentDocument document, Facts facts, ArmChoice arm) {
    ModelAliases models = arm.models() == null ? document.models() : arm.models();
    return format(
        facts, models.interview(), arm.format() == null ? document.format() : arm.format());
  }

  /** The chosen format; for a chat model without a choice, alternating messages without labels. */
  static PromptFormat format(Facts facts, String alias, @Nullable PromptFormat chosen) {
    if (chosen != null) {
      return chosen;
    }
    boolean chat = facts.model(alias).map(m -> m.kind().equals("chat")).orElse(false);
    PromptFormat usual = PromptFormat.DEFAULT;
    return chat
        ? new PromptFormat(usual.symbol(), usual.bracket(), Roles.NONE, Mode.CHAT_MULTI_TURN)
        : usual;
  }
}
