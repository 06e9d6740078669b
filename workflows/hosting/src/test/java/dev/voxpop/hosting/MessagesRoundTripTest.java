package dev.voxpop.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voxpop.contracts.TaskQueues;
import dev.voxpop.contracts.run.Allowance;
import io.temporal.api.common.v1.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message of the published language comes through a payload as it went in. */
class MessagesRoundTripTest {

  private static final ObjectMapper MAPPER = Payloads.mapper();

  static List<Class<?>> messages() throws IOException, URISyntaxException {
    URI home = TaskQueues.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Path path = Path.of(home);
    if (Files.isDirectory(path)) {
      return records(path);
    }
    try (FileSystem jar = FileSystems.newFileSystem(path)) {
      return records(jar.getPath("/"));
    }
  }

  private static List<Class<?>> records(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("dev/voxpop/contracts"))) {
      List<Class<?>> types = new ArrayList<>();
      files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
          .sorted()
          .map(MessagesRoundTripTest::load)
          .filter(Class::isRecord)
          .forEach(types::add);
      return types;
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void allRecords_areFound() throws IOException, URISyntaxException {
    assertThat(messages()).hasSizeGreaterThan(60).contains(Allowance.class);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void message_comesThroughAsItWentIn(Class<?> type) {
    for (long seed = 1; seed <= 25; seed++) {
      Object message = new MessageMaker(seed).make(type);
      Payload payload = Payloads.converter().toPayload(message).orElseThrow();
      assertThat((Object) Payloads.converter().fromPayload(payload, type, type))
          .as("seed %d", seed)
          .isEqualTo(message);
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void messageOfANewerWorker_isRead(Class<?> type) throws IOException {
    Object message = new MessageMaker(7).make(type);
    JsonNode json = MAPPER.valueToTree(message);
    ((ObjectNode) json).put("addedLater", 1);
    assertThat((Object) MAPPER.treeToValue(json, type)).isEqualTo(message);
  }

  @Test
  void enumValues_haveKebabCaseOrSpecifiedNames() throws IOException, URISyntaxException {
    for (Class<?> type : messages()) {
      Arrays.stream(type.getRecordComponents())
          .map(component -> component.getType())
          .filter(Class::isEnum)
          .flatMap(constants -> Arrays.stream(constants.getEnumConstants()))
          .forEach(
              constant ->
                  assertThat(write(constant))
                      .as("%s of %s", constant, type)
                      .matches("\"[a-z][a-z0-9_-]*\"|\"[A-Z_]+\""));
    }
  }

  private static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void allowance_refusesNegativeAmountsWithAdvice() {
    assertThatThrownBy(() -> new Allowance(-1, 0, 0))
        .hasMessageContaining("-1 calls")
        .hasMessageContaining("Maybe");
  }
}
