package dev.voxpop.worker.activity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voxpop.hosting.Payloads;
import jakarta.enterprise.context.ApplicationScoped;

/** Messages as JSON text, the form in which rows keep them. */
@ApplicationScoped
public class Texts {

  private final ObjectMapper mapper = Payloads.mapper();

  /** The message as JSON. */
  public String write(Object message) {
    try {
      return mapper.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a message: " + message.getClass(), e);
    }
  }

  /** The message that {@link #write} wrote. */
  public <T> T read(String json, Class<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a " + type.getSimpleName() + ": " + json, e);
    }
  }
}
