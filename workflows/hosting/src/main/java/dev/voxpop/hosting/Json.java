package dev.voxpop.hosting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.SortedMap;

/** The JSON form of columns and rows that hold records, lists and maps: that of payloads. */
public final class Json {

  private static final ObjectMapper MAPPER = Payloads.mapper();
  private static final TypeReference<SortedMap<String, Integer>> NUMBERS = new TypeReference<>() {};

  private Json() {}

  /** A value as text. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw unreadable(value.getClass().getSimpleName(), e);
    }
  }

  /** Numbers by name. */
  public static SortedMap<String, Integer> numbers(String json) {
    try {
      return MAPPER.readValue(json, NUMBERS);
    } catch (JsonProcessingException e) {
      throw unreadable("a map of numbers", e);
    }
  }

  /** A record from its text. */
  public static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw unreadable(type.getSimpleName(), e);
    }
  }

  /** A list of records from its text. */
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
        "%s cannot be turned into or read from JSON: %s.\nMaybe another version wrote it."
            .formatted(what, e.getOriginalMessage()),
        e);
  }
}
