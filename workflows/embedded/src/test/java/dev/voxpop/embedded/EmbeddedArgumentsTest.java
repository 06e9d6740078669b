package dev.voxpop.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddedArgumentsTest {

  @Test
  void arguments_onlyTheFolder_wantEverything() {
    assertThat(EmbeddedArguments.parse("--data", "/tmp/x"))
        .isEqualTo(EmbeddedOptions.in(Path.of("/tmp/x")));
  }

  @Test
  void arguments_everyOption_isUnderstood() {
    EmbeddedOptions options =
        EmbeddedArguments.parse(
            "--data=/tmp/x",
            "--only=kafka,temporal",
            "--kafka-port=9",
            "--topic=a=2,b=1",
            "--schema=survey",
            "--search-attribute=Phase=Keyword",
            "--temporal=in-memory");

    assertThat(options.wanted())
        .containsExactlyInAnyOrder(EmbeddedServer.KAFKA, EmbeddedServer.TEMPORAL);
    assertThat(options.ports()).isEqualTo(new EmbeddedPorts(0, 9, 0, 0));
    assertThat(options.contents().topics())
        .containsExactlyInAnyOrder(new TopicSpec("a", 2), new TopicSpec("b", 1));
    assertThat(options.contents().schemas()).containsExactly("survey");
    assertThat(options.contents().searchAttributes())
        .isEqualTo(Map.of("Phase", SearchAttributeType.KEYWORD));
    assertThat(options.temporal()).isEqualTo(new TemporalChoice.InMemory());
  }

  @Test
  void arguments_withoutFolder_areRefusedWithTheUsage() {
    assertThatThrownBy(EmbeddedArguments::parse)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--data")
        .hasMessageContaining("Usage:");
  }

  @Test
  void arguments_unknownServer_areRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> EmbeddedArguments.parse("--data=/tmp/x", "--only=oracle"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("oracle")
        .hasMessageContaining("kafka");
  }

  @Test
  void arguments_unknownAttributeType_areRefusedWithTheKnownOnes() {
    assertThatThrownBy(
            () -> EmbeddedArguments.parse("--data=/tmp/x", "--search-attribute=Phase=keyword"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'keyword'")
        .hasMessageContaining("Keyword");
  }
}
