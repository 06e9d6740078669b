package dev.voxpop.analysis.config;

import dev.voxpop.instrument.file.Waves;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The waves this process knows: the shipped ones and those of a configured folder. */
@ApplicationScoped
public class Instruments {

  private final Waves waves;

  /** Reads the folder once. */
  public Instruments(@ConfigProperty(name = "voxpop.instrument.folder") Optional<Path> folder) {
    this.waves = Waves.of(folder);
  }

  public Waves waves() {
    return waves;
  }
}
