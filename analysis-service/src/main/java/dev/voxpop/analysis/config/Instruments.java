package dev.voxpop.analysis.config;

import dev.voxpop.instrument.file.Waves;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The waves this process knows: the shipped ones and those of a configured folder. */
@ApplicationScoped
public class Instruments {

  private final Waves waves;

  /** Reads the folder once. */
  public Instruments(@ConfigProperty(name = "voxpop.instrument.folder") Optional<Path> folder) {
    this.waves = folder.map(Instruments::read).orElseGet(Waves::shipped);
  }

  public Waves waves() {
    return waves;
  }

  private static Waves read(Path folder) {
    try {
      return Waves.shipped().withFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folder %s of waves cannot be read.%nMaybe set voxpop.instrument.folder to one that exists."
              .formatted(folder),
          e);
    }
  }
}
