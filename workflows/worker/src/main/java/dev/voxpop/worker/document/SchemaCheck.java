package dev.voxpop.worker.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.voxpop.contracts.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The published JSON Schema, with findings put into words that a person can act on. */
final class SchemaCheck {

  private static final String RESOURCE = "/schemas/experiment.v1.schema.json";
  private static final Schema SCHEMA = load();

  private SchemaCheck() {}

  /**
   * One thing the schema refuses.
   *
   * @param remove the place to leave out when the rest is to be read all the same
   */
  record Finding(Problem problem, String remove) {}

  /** Everything the schema refuses in {@code document}. */
  static List<Finding> findings(JsonNode document) {
    List<Finding> findings = new ArrayList<>();
    for (Error error : SCHEMA.validate(document.toString(), InputFormat.JSON)) {
      findings.add(finding(error, document));
    }
    return findings.stream().distinct().toList();
  }

  private static Finding finding(Error error, JsonNode document) {
    String pointer = error.getInstanceLocation().toString();
    JsonNode found = document.at(JsonPointer.compile(pointer));
    if (error.getEvaluationPath().toString().contains("/oneOf")) {
      return exclusive(pointer, found);
    }
    return switch (error.getKeyword()) {
      case "additionalProperties" -> unknownField(error, pointer);
      case "required" -> missing(error, pointer);
      case "propertyNames", "pattern" ->
          finding(
              pointer,
              Found.describe(found) + " does not have the allowed form",
              "use lower-case letters, digits and hyphens");
      case "enum", "const" -> notAllowed(error, pointer, found);
      case "type" -> wrongType(error, pointer, found);
      case "minItems", "minProperties" ->
          finding(
              pointer,
              "found " + size(found) + ", which is too few",
              "add what is missing, or leave \"" + Pointers.last(pointer) + "\" out");
      default -> finding(pointer, "found " + Found.describe(found) + ", but it " + rule(error), "");
    };
  }

  private static Finding exclusive(String pointer, JsonNode found) {
    List<String> kinds =
        pointer.startsWith("/pools")
            ? List.of("generate", "prime", "import")
            : List.of("baseline", "stories", "matching");
    List<String> present = kinds.stream().filter(found::has).toList();
    return new Finding(
        new Problem(
            pointer,
            "exactly one of "
                + String.join(", ", kinds)
                + " must be there; found "
                + (present.isEmpty() ? "none" : String.join(" and ", present)),
            present.isEmpty() ? "add " + kinds.getFirst() : "keep one of them"),
        pointer);
  }

  private static Finding unknownField(Error error, String pointer) {
    String field = error.getProperty();
    String place = pointer + "/" + Pointers.escape(field);
    if (AuditRules.isWording(pointer, field)) {
      return new Finding(AuditRules.wording(place, field), place);
    }
    List<String> allowed = StreamSupport.stream(siblings(error).spliterator(), false).toList();
    return finding(
        place,
        "there is no field \"" + Found.cut(field) + "\" here",
        Suggestion.advice(field, allowed));
  }

  private static Iterable<String> siblings(Error error) {
    return schemaAbove(error).propertyNames("properties");
  }

  private static SchemaNode schemaAbove(Error error) {
    return new SchemaNode(SCHEMA.getSchemaNode())
        .at(error.getSchemaLocation().getFragment().toString());
  }

  private static Finding missing(Error error, String pointer) {
    String field = error.getProperty();
    return new Finding(
        new Problem(pointer, "the field \"" + field + "\" is missing", "add \"" + field + "\""),
        pointer.isEmpty() ? "/" + field : pointer);
  }

  private static Finding notAllowed(Error error, String pointer, JsonNode found) {
    List<String> allowed = schemaAbove(error).allowedValues();
    String advice =
        found.isTextual()
            ? Suggestion.advice(found.textValue(), allowed)
            : "use one of " + String.join(", ", allowed);
    return finding(
        pointer,
        "found " + Found.describe(found) + "; allowed: " + String.join(", ", allowed),
        advice);
  }

  private static Finding wrongType(Error error, String pointer, JsonNode found) {
    List<String> types = schemaAbove(error).types();
    String advice =
        found.isTextual() && types.contains("integer") && found.textValue().matches("-?\\d+")
            ? "write it without quotation marks"
            : "";
    return finding(
        pointer,
        "found " + Found.describe(found) + "; allowed: " + String.join(" or ", types),
        advice);
  }

  private static Finding finding(String pointer, String detail, String advice) {
    return new Finding(new Problem(pointer, detail, advice), pointer);
  }

  private static String size(JsonNode found) {
    return Found.describe(found) + (found.isEmpty() ? "" : " of " + found.size());
  }

  private static String rule(Error error) {
    return error.getMessage().replaceFirst("^.*?: ", "");
  }

  private static Schema load() {
    try (InputStream stream = SchemaCheck.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path.");
      }
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(stream, InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
