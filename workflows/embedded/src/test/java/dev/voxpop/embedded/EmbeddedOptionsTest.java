package dev.voxpop.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedOptionsTest {

  @Test
  void options_ofAFolder_wantAllServersOnFreePorts() {
    EmbeddedOptions options = EmbeddedOptions.in(Path.of("data"));

    assertThat(options.wanted()).containsExactlyInAnyOrder(EmbeddedServer.values());
    assertThat(options.ports()).isEqualTo(EmbeddedPorts.free());
    assertThat(options.dataDir()).isAbsolute();
  }

  @Test
  void options_withOneThingChanged_keepTheOthers() {
    EmbeddedOptions options =
        EmbeddedOptions.in(Path.of("data"))
            .withWanted(Set.of(EmbeddedServer.KAFKA))
            .withPorts(EmbeddedPorts.defaults())
            .withTemporal(new TemporalChoice.InMemory());

    assertThat(options.wanted()).containsExactly(EmbeddedServer.KAFKA);
    assertThat(options.ports().kafka()).isEqualTo(19_092);
    assertThat(options.temporal()).isEqualTo(new TemporalChoice.InMemory());
    assertThat(options.contents()).isEqualTo(Contents.none());
  }

  @Test
  void contents_copyWhatTheyAreGiven() {
    List<String> schemas = new ArrayList<>(List.of("survey"));
    Contents contents = new Contents(schemas, List.of(), Map.of());

    schemas.add("analysis");

    assertThat(contents.schemas()).containsExactly("survey");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Survey", "a-b", "a\"; DROP SCHEMA b", "1a"})
  void contents_schemaNameThatNeedsQuoting_isRefusedByName(String name) {
    assertThatThrownBy(() -> new Contents(List.of(name), List.of(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + name + "'")
        .hasMessageContaining("\nMaybe ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a=b", "-x"})
  void contents_searchAttributeNameThatIsNoIdentifier_isRefusedByName(String name) {
    assertThatThrownBy(
            () -> new Contents(List.of(), List.of(), Map.of(name, SearchAttributeType.INT)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + name + "'");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1_001})
  void topic_partitionsOutOfRange_areRefused(int partitions) {
    assertThatThrownBy(() -> new TopicSpec("t", partitions))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'t' has " + partitions);
  }

  @Test
  void topic_nameWithSpace_isRefused() {
    assertThatThrownBy(() -> new TopicSpec("a b", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'a b'");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void ports_outOfRange_areRefusedWithTheirName(int port) {
    assertThatThrownBy(() -> new EmbeddedPorts(0, port, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Port " + port + " of kafka");
  }

  @Test
  void postgresAddress_asText_hidesThePassword() {
    PostgresAddress address =
        new PostgresAddress("jdbc:postgresql://h/d", "u", "canary", Origin.STARTED);

    assertThat(address.toString()).doesNotContain("canary").contains("jdbc:postgresql://h/d");
    assertThat(new PostgresDatabase(1, "canary").toString()).doesNotContain("canary");
  }
}
