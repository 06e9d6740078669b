package dev.voxpop.analysis.report;

import dev.voxpop.analysis.audit.FactorShare;
import dev.voxpop.analysis.bound.SizeMatched;
import dev.voxpop.analysis.bound.Spread;
import dev.voxpop.analysis.comparison.ArmFindings;
import dev.voxpop.analysis.comparison.DivisionFindings;
import dev.voxpop.analysis.comparison.FirstAttemptFindings;
import dev.voxpop.analysis.comparison.Further;
import dev.voxpop.analysis.comparison.GroupGap;
import dev.voxpop.analysis.comparison.RectifiedQuestion;
import dev.voxpop.analysis.compliance.OrderEffect;
import dev.voxpop.analysis.distance.Distance;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.distribution.Distribution;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.rectified.RectifiedShare;
import dev.voxpop.analysis.uncertainty.VarianceSplit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The numbers beside the headline: refusals, groups, first attempts, orders, variance, audit. */
final class FurtherJson {

  private FurtherJson() {}

  /** Adds an arm's numbers to its object; those that were not computed are null. */
  static void add(Map<String, @Nullable Object> object, ArmFindings arm) {
    Further further = arm.further();
    List<Item> items = arm.distributions().stream().map(Distribution::item).toList();
    object.put("sizeMatched", further.sizeMatched().map(s -> sizeMatched(items, s)).orElse(null));
    object.put("firstAttempts", further.firstAttempts().map(f -> first(items, f)).orElse(null));
    object.put("orderEffects", further.orderEffects().stream().map(FurtherJson::order).toList());
    object.put("variance", byItem(items, further.variance(), FurtherJson::variance));
    object.put("rectified", further.rectified().stream().map(FurtherJson::rectified).toList());
    object.put("audit", byItem(items, further.audit(), FurtherJson::audit));
  }

  /** The numbers of a division. */
  static Map<String, @Nullable Object> division(
      DivisionFindings division, Function<ArmFindings, Map<String, @Nullable Object>> arms) {
    List<Object> groups = new ArrayList<>();
    for (DivisionFindings.GroupFindings group : division.groups()) {
      Map<String, @Nullable Object> object =
          Json.object(
              "id", group.group().id(),
              "people", group.findings().people().n(),
              "effectivePeople", group.findings().people().effective(),
              "humanBound",
                  group.findings().bound().map(bound -> measures(bound.mean())).orElse(null),
              "arms",
                  group.findings().arms().stream()
                      .sorted(Comparator.comparing(ArmFindings::id))
                      .map(arm -> marked(group, arm, arms))
                      .toList());
      ElicitationJson.add(object, group.findings());
      groups.add(object);
    }
    return Json.object(
        "id", division.division().id(),
        "inSeveral", division.cover().several(),
        "inNone", division.cover().none(),
        "groups", groups,
        "gaps", division.gaps().stream().map(FurtherJson::gap).toList());
  }

  private static Map<String, @Nullable Object> marked(
      DivisionFindings.GroupFindings group,
      ArmFindings arm,
      Function<ArmFindings, Map<String, @Nullable Object>> arms) {
    Map<String, @Nullable Object> object = arms.apply(arm);
    object.put("small", group.small(arm));
    return object;
  }

  private static Map<String, @Nullable Object> gap(GroupGap gap) {
    return Json.object(
        "arm", gap.arm(),
        "metric", gap.measure().key(),
        "first", gap.first(),
        "second", gap.second(),
        "value", gap.value(),
        "interval", NumberJson.interval(gap.interval()),
        "p", gap.p(),
        "pAdjusted", gap.adjusted());
  }

  private static Map<String, @Nullable Object> sizeMatched(List<Item> items, SizeMatched sized) {
    return Json.object(
        "splits", sized.splits(),
        "personas", sized.personas(),
        "mean", measures(sized.mean()),
        "questions", byItem(items, sized.questions(), FurtherJson::measures));
  }

  private static Map<String, @Nullable Object> measures(Map<Measure, Spread> spreads) {
    Map<String, @Nullable Object> object = new TreeMap<>();
    spreads.forEach((measure, spread) -> object.put(measure.key(), NumberJson.spread(spread)));
    return object;
  }

  private static Map<String, @Nullable Object> first(List<Item> items, FirstAttemptFindings first) {
    return Json.object(
        "mean", NumberJson.mean(first.mean()),
        "questions", byItem(items, first.distances(), NumberJson::distance),
        "dependsOnReAsking", first.depending());
  }

  private static Map<String, @Nullable Object> order(Further.OrderFindings findings) {
    OrderEffect effect = findings.effect();
    return Json.object(
        "id", effect.item().id(),
        "n", effect.n(),
        "orders", effect.orders(),
        "positions", effect.positions(),
        "chiSquare", effect.chiSquare(),
        "degreesOfFreedom", effect.degrees(),
        "p", effect.p(),
        "flagged", effect.flagged(),
        "ascending", shown(effect.ascending().orElse(null), findings.ascending()),
        "descending", shown(effect.descending().orElse(null), findings.descending()));
  }

  private static @Nullable Map<String, @Nullable Object> shown(
      OrderEffect.@Nullable Shown shown, Distance distance) {
    if (shown == null) {
      return null;
    }
    Map<String, @Nullable Object> object = NumberJson.distance(distance);
    object.put("n", shown.n());
    object.put("shares", shown.shares());
    return object;
  }

  private static Map<String, @Nullable Object> variance(VarianceSplit split) {
    return Json.object(
        "personas", component(split.personas()),
        "repeats", component(split.repeats()),
        "orders", component(split.orders()));
  }

  private static Map<String, @Nullable Object> component(VarianceSplit.Component component) {
    return Json.object(
        "value", component.value(), "negative", component.sign() == VarianceSplit.Sign.NEGATIVE);
  }

  private static Map<String, @Nullable Object> rectified(RectifiedQuestion question) {
    List<Object> shares = new ArrayList<>();
    for (RectifiedShare share : question.shares()) {
      shares.add(
          Json.object(
              "estimate", share.estimate(),
              "standardError", share.standardError(),
              "low", share.low(),
              "high", share.high(),
              "lambda", share.lambda()));
    }
    return Json.object(
        "id", question.item().id(),
        "people", question.shares().getFirst().people(),
        "personas", question.shares().getFirst().personas(),
        "shares", shares);
  }

  /** Shares of one question by factor. */
  static Map<String, @Nullable Object> audit(List<FactorShare> shares) {
    List<Object> factors = new ArrayList<>();
    for (FactorShare share : shares) {
      factors.add(
          Json.object(
              "factor", share.factor(),
              "share", share.share(),
              "p", share.p(),
              "n", share.n(),
              "flag", share.flag().key()));
    }
    return Json.object("factors", factors);
  }

  private static <T> List<Object> byItem(
      List<Item> items, List<T> values, Function<T, Map<String, @Nullable Object>> write) {
    List<Object> objects = new ArrayList<>();
    for (int q = 0; q < values.size(); q++) {
      Map<String, @Nullable Object> object = write.apply(values.get(q));
      object.put("id", items.get(q).id());
      objects.add(object);
    }
    return objects;
  }
}
