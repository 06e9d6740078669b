package dev.voxpop.analysis.report;

import dev.voxpop.analysis.comparison.ElicitationFindings;
import dev.voxpop.analysis.comparison.ElicitationFindings.Way;
import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.distribution.Distribution;
import dev.voxpop.analysis.elicitation.ElicitationAgreement;
import dev.voxpop.analysis.elicitation.Elicited;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ways of asking and their agreement as objects. */
final class ElicitationJson {

  private ElicitationJson() {}

  /** Adds the arms of which several ways are known; nothing where there are none. */
  static void add(Map<String, @Nullable Object> object, Findings findings) {
    if (!findings.elicitations().isEmpty()) {
      object.put("elicitation", findings.elicitations().stream().map(ElicitationJson::of).toList());
    }
  }

  private static Map<String, @Nullable Object> of(ElicitationFindings arm) {
    List<Object> ways = new ArrayList<>();
    for (int w = 0; w < arm.ways().size(); w++) {
      ways.add(way(arm, w));
    }
    return Json.object(
        "arm", arm.arm(),
        "ways", ways,
        "pairs",
            arm.pairs().stream()
                .map(
                    pair ->
                        Json.object(
                            "first", pair.first().key(),
                            "second", pair.second().key(),
                            "mean", NumberJson.mean(pair.mean())))
                .toList(),
        "questions", arm.questions().stream().map(ElicitationJson::pairs).toList());
  }

  private static Map<String, @Nullable Object> way(ElicitationFindings arm, int place) {
    Way way = arm.ways().get(place);
    List<Object> questions = new ArrayList<>();
    for (int q = 0; q < arm.questions().size(); q++) {
      ElicitationAgreement agreement = arm.questions().get(q);
      Elicited elicited = agreement.ways().get(place);
      Distribution shares = elicited.distribution();
      Map<String, @Nullable Object> object = NumberJson.distance(way.distances().get(q));
      object.put("id", agreement.item().id());
      object.put("shares", shares.present() ? shares.shares() : null);
      object.put("n", shares.n());
      object.put("effective", shares.effective());
      object.put("offOptions", elicited.offOptions());
      questions.add(object);
    }
    return Json.object(
        "mode", way.mode().key(),
        "personas", way.personas(),
        "offOptions", way.offOptions(),
        "mean", NumberJson.mean(way.mean()),
        "questions", questions);
  }

  private static Map<String, @Nullable Object> pairs(ElicitationAgreement agreement) {
    return Json.object(
        "id", agreement.item().id(),
        "pairs",
            agreement.pairs().stream()
                .map(
                    pair -> {
                      Map<String, @Nullable Object> object = NumberJson.distance(pair.distance());
                      object.put("first", pair.first().key());
                      object.put("second", pair.second().key());
                      return object;
                    })
                .toList());
  }
}
