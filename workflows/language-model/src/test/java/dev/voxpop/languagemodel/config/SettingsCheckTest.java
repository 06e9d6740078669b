package dev.voxpop.languagemodel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.languagemodel.openai.ModelSettings;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsCheckTest {

  private static ModelSettings only(Map<String, String> values) {
    return check(values).values().iterator().next();
  }

  private static SortedMap<String, ModelSettings> check(Map<String, String> values) {
    ModelConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(ModelConfig.class)
            .withDefaultValues(values)
            .addDiscoveredConverters()
            .build()
            .getConfigMapping(ModelConfig.class);
    return SettingsCheck.check(config);
  }

  @Test
  void settings_ofAMinimalAlias_haveTheDocumentedDefaults() {
    ModelSettings settings =
        only(
            Map.of(
                "voxpop.model.default.base-url", "http://localhost:8090/v1",
                "voxpop.model.default.model", "m"));
    assertThat(settings.kind()).isEqualTo(ModelSettings.Kind.COMPLETION);
    assertThat(settings.transport().maxConcurrency()).isEqualTo(64);
    assertThat(settings.transport().callTimeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(settings.transport().connectTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.transport().maxResponseBytes()).isEqualTo(4 << 20);
    assertThat(settings.capabilities())
        .isEqualTo(
            new ModelSettings.Capabilities(
                8192, 1, 0, true, false, ModelSettings.OutputLimit.MAX_TOKENS));
    assertThat(settings.pricing().isKnown()).isFalse();
    assertThat(settings.facts().inputPrice()).isNull();
  }

  @Test
  void settings_ofAllKeys_areRead() {
    ModelSettings settings =
        only(
            Map.ofEntries(
                Map.entry("voxpop.model.big-1.base-url", "https://example.org/v1"),
                Map.entry("voxpop.model.big-1.model", "org/big"),
                Map.entry("voxpop.model.big-1.kind", "chat"),
                Map.entry("voxpop.model.big-1.max-n", "40"),
                Map.entry("voxpop.model.big-1.top-logprobs", "20"),
                Map.entry("voxpop.model.big-1.supports-seed", "true"),
                Map.entry("voxpop.model.big-1.price.input", "150000"),
                Map.entry("voxpop.model.big-1.price.cached-input", "75000"),
                Map.entry("voxpop.model.big-1.price.output", "600000"),
                Map.entry("voxpop.model.big-1.extra.top_k", "40"),
                Map.entry("voxpop.model.big-1.output-limit", "max-completion-tokens")));
    assertThat(settings.facts().kind()).isEqualTo("chat");
    assertThat(settings.facts().maxN()).isEqualTo(40);
    assertThat(settings.facts().outputPrice()).isEqualTo(600_000L);
    assertThat(settings.extras()).isEqualTo(Map.of("top_k", "40"));
    assertThat(settings.capabilities().outputLimit())
        .isEqualTo(ModelSettings.OutputLimit.MAX_COMPLETION_TOKENS);
  }

  @Test
  void problems_areReportedAllAtOnceWithAdvice() {
    assertThatThrownBy(
            () ->
                check(
                    Map.of(
                        "voxpop.model.a.base-url", "ftp://x",
                        "voxpop.model.a.max-n", "0",
                        "voxpop.model.b.base-url", "https://example.org/v1",
                        "voxpop.model.b.model", "m",
                        "voxpop.model.b.call-timeout", "0s",
                        "voxpop.model.b.extra.x", "{")))
        .hasMessageContaining("voxpop.model.a.base-url = \"ftp://x\"")
        .hasMessageContaining("voxpop.model.a.model = \"\"")
        .hasMessageContaining("voxpop.model.a.max-n = 0: allowed is 1 … 128.")
        .hasMessageContaining("voxpop.model.b.call-timeout = PT0S")
        .hasMessageContaining("voxpop.model.b.extra.x")
        .satisfies(
            thrown ->
                assertThat(String.valueOf(thrown.getMessage()).lines())
                    .filteredOn(line -> line.contains("Maybe"))
                    .hasSize(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "gopher://x/1",
        "http://user@localhost/v1",
        "https://u:p@example.org/v1",
        "https://example.org/v1?x=1",
        "https://example.org/v1#f",
        "//example.org",
        "example.org/v1",
        "http://",
        "https:///v1",
        "http://2130706433/v1",
        "http://0x7f000001/v1",
        "http://0177.0.0.1/v1",
        "http://127.1/v1",
        "http://0/v1",
        "http://[::ffff:127.0.0.1]/v1",
        "http://localhost./v1",
        "http://169.254.169.254/v1",
        "http://example.org/v1",
        "http://10.0.0.1/v1",
        "http://bad host/v1",
        ""
      })
  void address_notPlainOrNotSecure_isRefused(String url) {
    assertThatThrownBy(
            () -> check(Map.of("voxpop.model.a.base-url", url, "voxpop.model.a.model", "m")))
        .hasMessageContaining("voxpop.model.a.base-url");
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:1/v1, ''",
    "http://127.0.0.1/v1, ''",
    "http://[::1]:80/v1, ''",
    "https://example.org/v1, ''",
    "http://simulator:8080/v1, simulator"
  })
  void address_secureLoopbackOrTrusted_isTaken(String url, String trusted) {
    ModelSettings settings =
        only(
            Map.of(
                "voxpop.model.a.base-url", url,
                "voxpop.model.a.model", "m",
                "voxpop.model.a.trusted-hosts", trusted));
    assertThat(settings.baseUrl()).hasToString(url);
  }
}
