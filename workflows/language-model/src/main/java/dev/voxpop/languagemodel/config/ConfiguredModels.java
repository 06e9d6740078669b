package dev.voxpop.languagemodel.config;

import dev.voxpop.languagemodel.ModelEndpoint;
import dev.voxpop.languagemodel.Models;
import dev.voxpop.languagemodel.openai.Endpoints;
import dev.voxpop.languagemodel.openai.ModelSettings;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * The models of the configuration.
 *
 * <p>Wrong settings stop the start, all at once. An endpoint is opened when it is first asked for,
 * and kept.
 */
@Singleton
@Startup
public class ConfiguredModels implements Models {

  private final SortedMap<String, ModelSettings> settings;
  private final Endpoints endpoints;
  private final Map<String, ModelEndpoint> open = new ConcurrentHashMap<>();

  @Inject
  ConfiguredModels(ModelConfig config) {
    this.settings = SettingsCheck.check(config);
    // Only waits are jittered by it: no answer depends on this generator.
    this.endpoints = Endpoints.with(InstantSource.system(), RandomGenerator.getDefault());
  }

  @Override
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(settings.keySet()));
  }

  @Override
  public Optional<ModelEndpoint> find(String alias) {
    return Optional.ofNullable(settings.get(alias))
        .map(known -> open.computeIfAbsent(alias, name -> endpoints.open(known)));
  }
}
