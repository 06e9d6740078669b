package dev.voxpop.analysis.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Missing cells, constant questions, one respondent, one option, weights of zero and over twelve
 * orders of magnitude, duplicated clusters: every number beside one from numpy 2.4.6, scipy 1.17.1
 * and pandas 3.1.1, command {@code python reference/awkward.py FOLDER}. The distributions,
 * distances, correlations and reliabilities of the same files were computed in R 4.2.2 too: {@code
 * Rscript reference/awkward.R FOLDER}.
 */
class AwkwardDataTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double TOLERANCE = 1e-9;
  private static final Schema SCHEMA = schema();

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "weighted",
        "constant",
        "single",
        "one-option",
        "one-question",
        "holes",
        "few",
        "constant-where-weighted",
        "wild-weights"
      })
  void metrics_awkwardData_equalTheReferences(String name) throws Exception {
    JsonNode expected = JSON.readTree(resource(name, "expected.json"));
    JsonNode metrics = run(name, expected.path("case"));
    List<String> differences = new ArrayList<>();

    compare("", without(expected), metrics, differences);

    assertThat(differences).isEmpty();
    assertThat(SCHEMA.validate(metrics.toString(), InputFormat.JSON)).isEmpty();
  }

  /** Everything that the reference has must be there and equal; null stands for no value. */
  private static void compare(
      String place, JsonNode expected, JsonNode found, List<String> differences) {
    if (expected.isObject()) {
      expected
          .properties()
          .forEach(
              e ->
                  compare(
                      place + "/" + e.getKey(), e.getValue(), found.path(e.getKey()), differences));
    } else if (expected.isArray() && expected.size() == found.size()) {
      for (int i = 0; i < expected.size(); i++) {
        compare(place + "/" + i, expected.get(i), found.path(i), differences);
      }
    } else if (!same(expected, found)) {
      differences.add(place + ": expected " + expected + ", found " + found);
    }
  }

  private static boolean same(JsonNode expected, JsonNode found) {
    return (expected.isNumber() && found.isNumber())
        ? Math.abs(expected.asDouble() - found.asDouble())
            <= TOLERANCE * Math.max(1, Math.abs(expected.asDouble()))
        : expected.equals(found);
  }

  private static JsonNode without(JsonNode expected) {
    return ((ObjectNode) expected).without("case");
  }

  private JsonNode run(String name, JsonNode run) throws IOException {
    Set<String> reverse = new HashSet<>();
    run.path("reverse").forEach(id -> reverse.add(id.asText()));
    Path humans = folder.resolve("humans.csv");
    Path responses = folder.resolve("responses.csv");
    Files.write(humans, resource(name, "humans.csv"));
    Files.write(responses, resource(name, "responses.csv"));
    FileAnalysis.run(
        new AnalyseFiles(
            humans,
            responses,
            folder.resolve("out"),
            new AnalyseFiles.Questions.Items(run.path("items").asText()),
            new AnalyseFiles.Columns(Optional.of("w"), Optional.of("arm"), Optional.of("story")),
            reverse,
            new AnalyseFiles.Effort(run.path("splits").asInt(), 20, run.path("seed").asLong())));
    return JSON.readTree(folder.resolve("out").resolve(FileAnalysis.METRICS).toFile());
  }

  private static byte[] resource(String name, String file) throws IOException {
    String path = "/reference/awkward/" + name + "/" + file;
    try (InputStream stream = AwkwardDataTest.class.getResourceAsStream(path)) {
      return Objects.requireNonNull(stream, path).readAllBytes();
    }
  }

  private static Schema schema() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(AwkwardDataTest.class.getResourceAsStream("/schemas/metrics.v1.schema.json"));
  }
}
