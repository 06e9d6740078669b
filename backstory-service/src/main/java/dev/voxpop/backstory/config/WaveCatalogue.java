package dev.voxpop.backstory.config;

import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.wave.Wave;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The waves this process knows: the shipped ones and those of a configured folder. */
@ApplicationScoped
public class WaveCatalogue {

  private final Waves waves;

  /** Reads the folder once. */
  @Inject
  public WaveCatalogue(@ConfigProperty(name = "voxpop.instrument.folder") Optional<Path> folder) {
    this.waves = Waves.of(folder);
  }

  /** The wave of an id. */
  public Optional<Wave> find(String id) {
    return waves.find(id);
  }
}
