package dev.voxpop.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.simulator.server.Latency;
import dev.voxpop.simulator.server.Limits;
import dev.voxpop.simulator.server.Price;
import dev.voxpop.simulator.speaking.Failings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommandLineTest {
  @Test
  void options_none_bindLoopbackOnTheUsualPort() {
    SimulatorOptions options = CommandLine.parse(List.of(), Map.of());
    assertThat(options.host()).isEqualTo("127.0.0.1");
    assertThat(options.port()).isEqualTo(8089);
    assertThat(options.pace().latency()).isEqualTo(new Latency.None());
  }

  @Test
  void options_ofBothSources_lineWins() {
    Map<String, String> environment =
        Map.of("VOXPOP_SIMULATOR_PORT", "9000", "VOXPOP_SIMULATOR_SEED", "4", "PATH", "/bin");
    SimulatorOptions options =
        CommandLine.parse(List.of("--port", "9001", "--concurrency=8"), environment);
    assertThat(options.port()).isEqualTo(9001);
    assertThat(options.seed()).isEqualTo(4);
    assertThat(options.limits()).isEqualTo(new Limits(8, 0, 0));
  }

  @Test
  void options_latencyAndPrice_areTyped() {
    SimulatorOptions options =
        CommandLine.parse(
            List.of(
                "--latency",
                "lognormal",
                "--latency-millis",
                "250",
                "--latency-sigma",
                "0.4",
                "--token-micros",
                "1500",
                "--input-price",
                "0.25"),
            Map.of());
    assertThat(options.pace().latency())
        .isEqualTo(new Latency.LogNormal(Duration.ofMillis(250), 0.4));
    assertThat(options.pace().perToken()).isEqualTo(Duration.ofNanos(1_500_000));
    assertThat(options.price()).isEqualTo(new Price(250_000, 600_000));
  }

  @ParameterizedTest
  @CsvSource({
    "--prot 1, Unknown option",
    "--port, has no value",
    "--port x, no whole number",
    "--port 70000, Port 70000",
    "--latency slow, Unknown latency",
    "--style loud, Unknown style",
    "--concurrency -1, Negative limit",
    "--latency-sigma x --latency lognormal, no number",
    "--input-price free, no number",
    "--token-micros 5000000, Time per token",
    "--unreadable 30, not in 0 … 1"
  })
  void option_wrong_isRefusedWithAdvice(String line, String message) {
    assertThatThrownBy(() -> CommandLine.parse(List.of(line.split(" ", -1)), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("\nMaybe ");
  }

  @Test
  void options_failings_areShares() {
    List<String> line =
        List.of(
            "--unreadable=0", "--flawed-stories=0.5", "--wrong-verdicts=0", "--ignored-schemas=1");
    assertThat(CommandLine.parse(line, Map.of()).failings()).isEqualTo(new Failings(0, 0.5, 0, 1));
  }

  @Test
  void latency_logNormal_hasItsMedianAndSpread() {
    Latency latency = new Latency.LogNormal(Duration.ofMillis(200), 0.5);
    assertThat(latency.at(0.5).toMillis()).isEqualTo(200);
    assertThat(latency.at(0.8413447).toMillis()).isBetween(329L, 331L);
  }

  @Test
  void price_ofTokens_isRoundedUpToWholeMicros() {
    assertThat(new Price(150_000, 600_000).cost(1_000, 10)).isEqualTo(156);
    assertThat(new Price(150_000, 600_000).cost(1, 0)).isEqualTo(1);
  }
}
