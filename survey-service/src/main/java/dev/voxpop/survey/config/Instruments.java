package dev.voxpop.survey.config;

import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.wave.Wave;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The waves and traits that this process knows: those shipped and those of the configured folder.
 */
@ApplicationScoped
public class Instruments {
  private final Waves waves;

  /** Reads the files once. */
  @Inject
  public Instruments(@ConfigProperty(name = "voxpop.instrument.folder") Optional<Path> folder) {
    waves = Waves.of(folder);
  }

  /** All of them. */
  public Waves waves() {
    return waves;
  }

  /** The wave that an experiment was admitted with. */
  public Wave wave(String id, String hash) {
    Wave wave = waves.require(id);
    if (!wave.provenance().contentHash().equals(hash)) {
      throw new IllegalStateException(
          "Wave %s has content %s here and %s in the experiment.\nMaybe the file was changed while the experiment ran."
              .formatted(id, wave.provenance().contentHash(), hash));
    }
    return wave;
  }
}
