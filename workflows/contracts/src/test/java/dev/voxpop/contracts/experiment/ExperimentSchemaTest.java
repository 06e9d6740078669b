package dev.voxpop.contracts.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema explains itself, and its examples are right. */
class ExperimentSchemaTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaRegistry DRAFT_2020 =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final JsonNode SCHEMA = read();

  private static JsonNode read() {
    try (InputStream stream =
        Objects.requireNonNull(
            ExperimentSchemaTest.class.getResourceAsStream("/schemas/experiment.v1.schema.json"))) {
      return JSON.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void collect(String place, JsonNode schema, Map<String, JsonNode> fields) {
    if (!schema.isObject()) {
      return;
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            field -> {
              String name = place + "/" + field.getKey();
              fields.put(name, field.getValue());
              collect(name, field.getValue(), fields);
            });
    for (String deeper : List.of("items", "additionalProperties")) {
      collect(place + "/*", schema.path(deeper), fields);
    }
    for (String choice : List.of("oneOf", "anyOf", "allOf")) {
      schema.path(choice).forEach(one -> collect(place, one, fields));
    }
  }

  private static Map<String, JsonNode> fieldsByPlace() {
    Map<String, JsonNode> fields = new TreeMap<>();
    collect("", SCHEMA, fields);
    return fields;
  }

  static List<String> fields() {
    return List.copyOf(fieldsByPlace().keySet());
  }

  private static List<String> problems(JsonNode schema, JsonNode value) {
    Schema compiled = DRAFT_2020.getSchema(schema.toString(), InputFormat.JSON);
    return compiled.validate(value.toString(), InputFormat.JSON).stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }

  @Test
  void everySpecifiedField_isThere() {
    assertThat(fields())
        .contains(
            "/apiVersion",
            "/survey/wave",
            "/survey/onNoValue",
            "/sample/include",
            "/traits/minValidMass",
            "/arms/*/append",
            "/analysis/bootstrap",
            "/budget/usd",
            "/dryRun")
        .hasSizeGreaterThan(90);
  }

  @ParameterizedTest
  @MethodSource("fields")
  void field_hasTitleDescriptionAndExamplesThatValidate(String place) {
    JsonNode field = Objects.requireNonNull(fieldsByPlace().get(place));
    assertThat(field.path("title").asText()).isNotBlank();
    assertThat(field.path("description").asText()).isNotBlank();
    assertThat(field.path("examples")).isNotEmpty();
    for (JsonNode example : field.path("examples")) {
      assertThat(problems(field, example)).as("%s: %s", place, example).isEmpty();
    }
    if (field.has("default")) {
      assertThat(problems(field, field.get("default"))).as("default of %s", place).isEmpty();
    }
  }

  @Test
  void wholeExamples_validateAndUnknownFieldsDoNot() {
    assertThat(SCHEMA.path("examples")).isNotEmpty();
    SCHEMA.path("examples").forEach(example -> assertThat(problems(SCHEMA, example)).isEmpty());
    JsonNode unknown =
        JSON.createObjectNode()
            .put("apiVersion", "v1")
            .put("colour", "red")
            .set("survey", JSON.createObjectNode().put("wave", "w"));
    assertThat(problems(SCHEMA, unknown)).hasSize(1);
  }

  @Test
  void everyObject_refusesUnknownFields() {
    fieldsByPlace()
        .forEach(
            (place, field) -> {
              if (field.has("properties")) {
                assertThat(field.path("additionalProperties").asText())
                    .as(place)
                    .isEqualTo("false");
              }
            });
  }
}
