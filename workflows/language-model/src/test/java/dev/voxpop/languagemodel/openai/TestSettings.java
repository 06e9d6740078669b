package dev.voxpop.languagemodel.openai;

import dev.voxpop.languagemodel.Pricing;
import dev.voxpop.languagemodel.openai.ModelSettings.Capabilities;
import dev.voxpop.languagemodel.openai.ModelSettings.Kind;
import dev.voxpop.languagemodel.openai.ModelSettings.OutputLimit;
import dev.voxpop.languagemodel.openai.ModelSettings.Transport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Settings for tests, with the few things that tests vary. */
record TestSettings(
    URI baseUrl,
    Kind kind,
    String model,
    int concurrency,
    Duration callTimeout,
    long maxBytes,
    Optional<Path> keyFile,
    boolean systemRole) {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  static TestSettings of(URI baseUrl, Kind kind) {
    return new TestSettings(
        baseUrl, kind, "fake-1", 8, Duration.ofSeconds(20), 1 << 20, Optional.empty(), true);
  }

  TestSettings model(String name) {
    return new TestSettings(
        baseUrl, kind, name, concurrency, callTimeout, maxBytes, keyFile, systemRole);
  }

  TestSettings concurrency(int number) {
    return new TestSettings(
        baseUrl, kind, model, number, callTimeout, maxBytes, keyFile, systemRole);
  }

  TestSettings callTimeout(Duration limit) {
    return new TestSettings(
        baseUrl, kind, model, concurrency, limit, maxBytes, keyFile, systemRole);
  }

  TestSettings maxBytes(long limit) {
    return new TestSettings(
        baseUrl, kind, model, concurrency, callTimeout, limit, keyFile, systemRole);
  }

  TestSettings keyFile(Path file) {
    return new TestSettings(
        baseUrl, kind, model, concurrency, callTimeout, maxBytes, Optional.of(file), systemRole);
  }

  TestSettings withoutSystemRole() {
    return new TestSettings(
        baseUrl, kind, model, concurrency, callTimeout, maxBytes, keyFile, false);
  }

  ModelSettings settings() {
    return new ModelSettings(
        "alias-" + NUMBER.incrementAndGet(),
        baseUrl,
        keyFile,
        model,
        kind,
        new Capabilities(2048, 8, 10, systemRole, true, OutputLimit.MAX_TOKENS),
        new Transport(
            concurrency,
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalInt.empty(),
            Duration.ofSeconds(5),
            callTimeout,
            maxBytes,
            Set.of()),
        Pricing.UNKNOWN,
        Map.of(),
        false);
  }
}
