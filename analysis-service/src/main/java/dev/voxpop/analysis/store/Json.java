package dev.voxpop.analysis.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voxpop.hosting.Payloads;
import java.util.List;

/** The JSON form of columns and pages. */
public final class Json {

  private static final ObjectMapper MAPPER = Payloads.mapper();

  private Json() {}

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw unreadable(value.getClass().getSimpleName(), e);
    }
  }

  public static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw unreadable(type.getSimpleName(), e);
    }
  }

  public static <T> List<T> readList(String json, Class<T> type) {
    try {
      return MAPPER.readValue(
          json, MAPPER.getTypeFactory().constructCollectionType(List.class, type));
    } catch (JsonProcessingException e) {
      throw unreadable("a list of " + type.getSimpleName(), e);
    }
  }

  private static IllegalStateException unreadable(String what, JsonProcessingException e) {
    return new IllegalStateException(
        "%s cannot be turned into or read from JSON: %s.%nMaybe another version wrote it."
            .formatted(what, e.getOriginalMessage()),
        e);
  }
}
