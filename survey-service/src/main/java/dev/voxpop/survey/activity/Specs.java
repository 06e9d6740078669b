package dev.voxpop.survey.activity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voxpop.hosting.Payloads;

/** Specifications as they are stored. */
final class Specs {
  private static final ObjectMapper MAPPER = Payloads.mapper();

  private Specs() {}

  static String json(Object spec) {
    try {
      return MAPPER.writeValueAsString(spec);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A specification has no JSON form.", e);
    }
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored specification cannot be read.", e);
    }
  }
}
