package dev.voxpop.matching;

import dev.voxpop.contracts.bulk.TraitRow;
import dev.voxpop.hosting.stage.FakeStage;
import dev.voxpop.hosting.stage.FakeStage.Answer;
import dev.voxpop.instrument.file.Shipped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A survey stage that knows one pool: story i takes option i of each trait, in three pages.
 *
 * <p>Pool {@code broken} answers 503, every other pool 404.
 */
final class FakeSurveyStage {

  static final String POOL = "p-natural";
  static final int STORIES = 60;
  static final List<String> TRAITS = List.of("age_4", "gender", "education");

  private FakeSurveyStage() {}

  static FakeStage start() throws IOException {
    return FakeStage.start(FakeSurveyStage::answer);
  }

  private static Answer answer(String path, Map<String, String> query) {
    if (path.contains("/broken/")) {
      return new Answer.Status(503);
    }
    return path.startsWith("/survey/pools/" + POOL + "/")
        ? new Answer.Rows(rows(), STORIES * TRAITS.size() / 3)
        : new Answer.Status(404);
  }

  static List<TraitRow> rows() {
    List<TraitRow> rows = new ArrayList<>();
    for (int story = 0; story < STORIES; story++) {
      for (String trait : TRAITS) {
        int options = Shipped.traits().require(trait).options().size();
        List<Integer> counts = new ArrayList<>(Collections.nCopies(options + 1, 0));
        List<Double> shares = new ArrayList<>(Collections.nCopies(options, 0.1 / options));
        counts.set(story % options, 40);
        shares.set(story % options, 0.9 + 0.1 / options);
        rows.add(new TraitRow("b-%016x".formatted(story), trait, counts, 0, 40, shares, "sampled"));
      }
    }
    return rows;
  }
}
