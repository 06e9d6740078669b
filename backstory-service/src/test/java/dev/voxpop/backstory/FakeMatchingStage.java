package dev.voxpop.backstory;

import dev.voxpop.contracts.bulk.RespondentRow;
import dev.voxpop.hosting.stage.FakeStage;
import dev.voxpop.hosting.stage.FakeStage.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A matching stage with one draw of respondents, handed out three at a time. */
final class FakeMatchingStage {

  static final String DRAW = "d-1";
  static final int PEOPLE = 8;

  private static final int PAGE = 3;

  private FakeMatchingStage() {}

  static FakeStage start() throws IOException {
    return FakeStage.start(FakeMatchingStage::answer);
  }

  private static Answer answer(String path, Map<String, String> query) {
    if (!path.equals("/matching/draws/" + DRAW + "/respondents")) {
      return new Answer.Status(404);
    }
    List<String> columns = List.of(query.getOrDefault("columns", "").split(",", -1));
    return new Answer.Rows(
        IntStream.range(0, PEOPLE).mapToObj(i -> row(i, columns)).toList(), PAGE);
  }

  private static RespondentRow row(int i, List<String> columns) {
    Map<String, Integer> codes = new TreeMap<>();
    columns.stream().filter(column -> !column.isEmpty()).forEach(column -> codes.put(column, 1));
    return new RespondentRow("r-%016x".formatted(i), 1.0, codes);
  }
}
