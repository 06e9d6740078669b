package dev.voxpop.survey;

import dev.voxpop.hosting.stage.FakeStage;
import dev.voxpop.hosting.stage.FakeStage.Answer;
import dev.voxpop.survey.station.People;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The backstory and the matching stage, in pages of eleven rows. Pool {@code broken} answers 503.
 */
final class FakePeers {
  static final int PEOPLE = 30;
  private static final int PAGE = 11;

  private final People people = new People(PEOPLE);

  private FakePeers() {}

  static FakeStage start() throws IOException {
    return FakeStage.start(new FakePeers()::answer);
  }

  private Answer answer(String path, Map<String, String> query) {
    if (path.contains("/broken/")) {
      return new Answer.Status(503);
    } else if (path.endsWith("/stories")) {
      return rows(people.stories("p-1"));
    } else if (path.endsWith("/pairs")) {
      return rows(people.pairs("m-1"));
    } else if (path.endsWith("/respondents")) {
      List<String> columns = Arrays.asList(query.getOrDefault("columns", "").split(",", -1));
      return rows(people.respondents("d-1", columns));
    }
    return new Answer.Status(404);
  }

  private static Answer rows(Stream<?> rows) {
    return new Answer.Rows(rows.toList(), PAGE);
  }
}
