package dev.voxpop.worker.document;

import static dev.voxpop.worker.document.Fields.Flag.OFF;
import static dev.voxpop.worker.document.Fields.Flag.ON;

import com.fasterxml.jackson.databind.JsonNode;
import dev.voxpop.contracts.experiment.AnalysisChoice;
import dev.voxpop.contracts.experiment.BudgetLimit;
import dev.voxpop.contracts.experiment.Compatibility;
import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiment.GroupingChoice;
import dev.voxpop.contracts.experiment.OnNoValue;
import dev.voxpop.contracts.experiment.OrderMode;
import dev.voxpop.contracts.experiment.PersonaWeights;
import dev.voxpop.contracts.experiment.RakingChoice;
import dev.voxpop.contracts.experiment.Reference;
import dev.voxpop.contracts.experiment.SampleChoice;
import dev.voxpop.contracts.experiment.Study;
import dev.voxpop.contracts.experiment.SurveyChoice;
import dev.voxpop.contracts.experiment.TraitChoice;
import dev.voxpop.contracts.experiment.TraitCondition;
import dev.voxpop.contracts.experiment.TraitMethod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns a checked document into its record, with the defaults that need no look at the world. */
final class DocumentMapper {

  private DocumentMapper() {}

  /** The document under {@code root}; {@code id} is used when it names none. */
  static ExperimentDocument map(JsonNode root, String id) {
    Fields document = new Fields(root);
    return new ExperimentDocument(
        document.text("apiVersion", "v1"),
        document.choice("study", Study.SURVEY),
        document.text("id", id),
        document.text("title"),
        document.text("notes"),
        orZero(document.whole("seed")),
        survey(document.at("survey")),
        sample(document.at("sample")),
        ArmMapper.models(document.child("models"), "default"),
        ArmMapper.format(document.at("format"), null),
        ArmMapper.decoding(document.at("decoding")),
        traits(document.at("traits")),
        document.map("pools", PoolMapper::pool),
        document.map("matchings", PoolMapper::matching),
        document.list("arms", node -> ArmMapper.arm(new Fields(node))),
        analysis(document.at("analysis")),
        budget(document.at("budget")),
        document.integer("priority", 3),
        document.integer("pilot"),
        document.orElse("confirm", OFF).on(),
        document.choice("compat", Compatibility.OFF),
        document.orElse("dryRun", OFF).on(),
        AuditMapper.audit(document.at("audit")));
  }

  static SurveyChoice survey(Fields survey) {
    return new SurveyChoice(
        survey.text("wave", ""),
        survey.text("questions"),
        survey.child("questions").isArray() ? survey.texts("questions") : List.of(),
        survey.integer("repeats", 1),
        survey.flag("inSeries"),
        survey.flag("randomiseQuestions"),
        survey.flag("randomiseOptions"),
        survey.flag("consistencyLine"),
        survey.flag("forcingLine"),
        survey.choice("onNoValue", OnNoValue.OMIT),
        survey.orElse("reAskRefusals", OFF).on());
  }

  static List<TraitCondition> conditions(Fields owner, String name) {
    return owner.list(
        name,
        node -> {
          Fields condition = new Fields(node);
          return new TraitCondition(
              condition.text("trait", ""),
              condition.texts("labels"),
              condition.has("minProbability") ? condition.number("minProbability", 0) : null);
        });
  }

  private static SampleChoice sample(Fields sample) {
    return new SampleChoice(
        sample.text("humans"),
        sample.integer("size"),
        conditions(sample, "include"),
        conditions(sample, "exclude"));
  }

  private static TraitChoice traits(Fields traits) {
    TraitChoice otherwise = TraitChoice.defaults();
    return new TraitChoice(
        traits.texts("use"),
        traits.choice("method", TraitMethod.SAMPLED),
        traits.integer("samples", otherwise.samples()),
        traits.orElse("reader", ON).on(),
        traits.integer("orders", otherwise.orders()),
        traits.choice("orderMode", OrderMode.BALANCED),
        traits.orElse("refusalOption", ON).on(),
        traits.number("minValidMass", otherwise.minValidMass()));
  }

  private static AnalysisChoice analysis(Fields analysis) {
    AnalysisChoice otherwise = AnalysisChoice.defaults();
    return new AnalysisChoice(
        analysis.integer("splits", otherwise.splits()),
        analysis.integer("bootstrap", otherwise.bootstrap()),
        analysis.list("groupings", DocumentMapper::groupingName),
        analysis.has("references") ? references(analysis) : otherwise.references(),
        analysis.choice("weights", PersonaWeights.NONE),
        analysis.orElse("sizeMatched", OFF).on(),
        analysis.orElse("perStory", OFF).on(),
        analysis.integer("minN", otherwise.minN()),
        analysis.choice("intervals", otherwise.intervals()),
        analysis.choice("adjust", otherwise.adjust()),
        analysis.orElse("weightedAlpha", OFF).on(),
        analysis.list("groupings", Function.identity()).stream()
            .filter(JsonNode::isObject)
            .map(grouping -> grouping(new Fields(grouping)))
            .toList(),
        raking(analysis.at("raking")));
  }

  private static RakingChoice raking(Fields raking) {
    return new RakingChoice(
        raking.texts("traits"), raking.choice("membership", RakingChoice.defaults().membership()));
  }

  private static String groupingName(JsonNode grouping) {
    return grouping.isObject() ? new Fields(grouping).text("id", "") : grouping.textValue();
  }

  private static GroupingChoice grouping(Fields grouping) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> group : grouping.child("groups").properties()) {
      List<Integer> codes = new ArrayList<>();
      group.getValue().forEach(code -> codes.add(code.intValue()));
      groups.put(group.getKey(), codes);
    }
    return new GroupingChoice(grouping.text("id", ""), grouping.text("column", ""), groups);
  }

  private static List<Reference> references(Fields analysis) {
    List<String> words = analysis.texts("references");
    return List.of(Reference.values()).stream()
        .filter(reference -> words.contains(Words.of(reference)))
        .toList();
  }

  private static BudgetLimit budget(Fields budget) {
    return new BudgetLimit(
        micros(budget.text("usd")), budget.whole("tokens"), budget.whole("calls"));
  }

  private static @Nullable Long micros(@Nullable String usd) {
    return usd == null ? null : new BigDecimal(usd).movePointRight(6).longValueExact();
  }

  private static long orZero(@Nullable Long value) {
    return value == null ? 0 : value;
  }
}
