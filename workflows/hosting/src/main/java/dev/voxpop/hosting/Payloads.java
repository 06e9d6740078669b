package dev.voxpop.hosting;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/**
 * The one JSON form of all payloads. Unknown fields are ignored, because a newer worker may answer
 * an older one; documents are not read here but strictly, by the worker's own activity.
 */
public final class Payloads {

  private Payloads() {}

  /** The mapper of all payloads. */
  public static ObjectMapper mapper() {
    return JsonMapper.builder()
        .addModule(new Jdk8Module())
        .addModule(new JavaTimeModule())
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  /** The converter of clients and workers, readable by whoever runs the server. */
  public static DataConverter converter() {
    return new CodecDataConverter(json(), List.of(new LargePayloads()));
  }

  /** The converter that seals payloads and failures with the keys of a file. */
  public static DataConverter sealing(Path keys) {
    return new CodecDataConverter(
        json(),
        List.of(
            new SealedPayloads(PayloadKeys.read(keys), new SecureRandom()), new LargePayloads()),
        true);
  }

  private static DataConverter json() {
    return DefaultDataConverter.newDefaultInstance()
        .withPayloadConverterOverrides(new JacksonJsonPayloadConverter(mapper()));
  }
}
