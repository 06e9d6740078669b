package dev.voxpop.survey.config;

import dev.voxpop.contracts.identity.Sha256;
import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.wave.Wave;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    waves = folder.map(Instruments::with).orElseGet(Waves::shipped);
  }

  /** All of them. */
  public Waves waves() {
    return waves;
  }

  /** The wave that an experiment was admitted with. */
  public Wave wave(String id, String hash) {
    Wave wave = waves.require(id);
    if (!hash(wave).equals(hash)) {
      throw new IllegalStateException(
          "Wave %s has content %s here and %s in the experiment.\nMaybe the file was changed while the experiment ran."
              .formatted(id, hash(wave), hash));
    }
    return wave;
  }

  /** The name of a wave's content: of its file, and of the overlay when there is one. */
  public static String hash(Wave wave) {
    String base = wave.provenance().sha256();
    return wave.provenance()
        .overlaySha256()
        .map(overlay -> Sha256.hex(base + "\n" + overlay))
        .orElse(base);
  }

  private static Waves with(Path folder) {
    try {
      return Waves.shipped().withFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
