package dev.voxpop.analysis.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.voxpop.analysis.store.Received;
import dev.voxpop.contracts.event.ArmCompleted;
import dev.voxpop.contracts.event.CloudEventHeaders;
import dev.voxpop.contracts.event.ResponseCompleted;
import dev.voxpop.contracts.event.Topics;
import dev.voxpop.hosting.Payloads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Reads records, and says of those that can never be read why.
 *
 * <p>Unknown fields and unknown states are accepted, because a newer writer may send them.
 */
final class EventReader {

  private static final int MOST_BYTES = 64 * 1024;
  private static final String SOURCE = "/voxpop/";
  private static final List<String> RESPONSE_TEXTS =
      List.of("experiment", "arm", "persona", "question", "state", "promptHash", "parser");
  private static final List<String> CLOSING_TEXTS =
      List.of("experiment", "arm", "armHash", "checksum");

  private final ObjectMapper mapper = Payloads.mapper();
  private final ObjectReader responses = strict(ResponseCompleted.class);
  private final ObjectReader closings = strict(ArmCompleted.class);

  Reading read(ConsumerRecord<byte[], byte[]> event) {
    try {
      return readOrThrow(event);
    } catch (JsonProcessingException e) {
      return new Reading.Fault("undecodable: " + e.getOriginalMessage());
    } catch (IOException | IllegalArgumentException | NullPointerException e) {
      return new Reading.Fault("undecodable: " + e.getMessage());
    }
  }

  private Reading readOrThrow(ConsumerRecord<byte[], byte[]> event) throws IOException {
    byte[] value = event.value();
    if (value == null || event.key() == null) {
      return new Reading.Fault("no key or no data");
    }
    if (value.length > MOST_BYTES) {
      return new Reading.Fault("oversize: " + value.length + " bytes");
    }
    String type = header(event, CloudEventHeaders.TYPE);
    if (!event.topic().equals(type)) {
      return new Reading.Fault("unknown type " + type);
    }
    String source = header(event, CloudEventHeaders.SOURCE);
    if (source != null && !source.startsWith(SOURCE)) {
      return new Reading.Fault("wrong source " + source);
    }
    String id = header(event, CloudEventHeaders.ID);
    if (id == null) {
      return new Reading.Fault("no id");
    }
    return data(event, UUID.fromString(id), mapper.readTree(value));
  }

  private Reading data(ConsumerRecord<byte[], byte[]> event, UUID id, JsonNode json)
      throws IOException {
    boolean response = event.topic().equals(Topics.RESPONSE_COMPLETED);
    for (String field : response ? RESPONSE_TEXTS : CLOSING_TEXTS) {
      if (!json.path(field).isTextual()) {
        return new Reading.Fault("schema violation: " + field + " is no text");
      }
    }
    if (json.toString().contains("\\u0000")) {
      return new Reading.Fault("schema violation: a text holds U+0000");
    }
    String key = new String(event.key(), StandardCharsets.UTF_8);
    String experiment = json.path("experiment").asText();
    String expected = response ? experiment + "/" + json.path("persona").asText() : experiment;
    if (!key.equals(expected)) {
      return new Reading.Fault("key " + key + " contradicts the data, " + expected);
    }
    return response
        ? new Reading.Response(new Received<>(id, complete(responses.readValue(json))))
        : new Reading.Closing(new Received<>(id, closings.readValue(json)));
  }

  /** Refuses events whose nested objects are missing. */
  private static ResponseCompleted complete(ResponseCompleted data) {
    boolean whole = data.usage() != null && data.cost() != null && data.model() != null;
    if (!whole || data.cost().currency() == null || data.model().reported() == null) {
      throw new IllegalArgumentException("usage, cost or model is missing");
    }
    return data;
  }

  private ObjectReader strict(Class<?> type) {
    return mapper
        .readerFor(type)
        .with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  private static @Nullable String header(ConsumerRecord<byte[], byte[]> event, String name) {
    Header header = event.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}
