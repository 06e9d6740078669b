package dev.voxpop.worker.document;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A JSON reader that refuses what two readers could understand differently: duplicate keys, NaN and
 * infinities, unpaired surrogates, NUL, invalid UTF-8, trailing text, depth over 64.
 */
final class StrictJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              new JsonFactoryBuilder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxNumberLength(400)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private StrictJson() {}

  /**
   * The one JSON object in {@code bytes}.
   *
   * @throws Refused if it is anything else
   */
  static JsonNode object(byte[] bytes) throws Refused {
    if (bytes.length == 0) {
      throw new Refused("", "Nothing was sent.", "paste the experiment document as the input");
    }
    JsonNode node = parse(decode(bytes));
    if (!node.isObject()) {
      throw new Refused(
          "",
          "The document is " + Found.describe(node) + ", not one JSON object.",
          "start it with { and end it with }");
    }
    Scalars.check(node, "");
    return node;
  }

  private static String decode(byte[] bytes) throws Refused {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Refused("", "The document is not valid UTF-8.", "save it as UTF-8");
    }
  }

  private static JsonNode parse(String text) throws Refused {
    try (JsonParser parser = MAPPER.createParser(text)) {
      JsonNode node = MAPPER.readTree(parser);
      if (node == null || node.isMissingNode()) {
        throw new Refused("", "Nothing was sent.", "paste the experiment document as the input");
      }
      if (parser.nextToken() != null) {
        throw new Refused("", "There is text after the document's end.", "send one JSON object");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new Refused("", problemOf(e), "check the JSON at that place");
    } catch (IOException e) {
      throw new IllegalStateException("Reading from memory failed.", e);
    }
  }

  private static String problemOf(JsonProcessingException e) {
    String where =
        e.getLocation() == null
            ? ""
            : " at line "
                + e.getLocation().getLineNr()
                + ", column "
                + e.getLocation().getColumnNr();
    String message = e.getOriginalMessage();
    String first = message.lines().findFirst().orElse("unreadable");
    return "The document is not strict JSON" + where + ": " + shorten(first) + ".";
  }

  private static String shorten(String message) {
    String clean = message.replaceAll("\\(.*$", "").strip();
    return clean.length() > 160 ? clean.substring(0, 160) + "…" : clean;
  }
}
