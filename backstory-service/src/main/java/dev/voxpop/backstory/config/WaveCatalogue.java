package dev.voxpop.backstory.config;

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

/** The waves this process knows: the shipped ones and those of a configured folder. */
@ApplicationScoped
public class WaveCatalogue {

  private final Waves waves;

  /** Reads the folder once. */
  @Inject
  public WaveCatalogue(@ConfigProperty(name = "voxpop.instrument.folder") Optional<Path> folder) {
    this.waves = folder.map(WaveCatalogue::read).orElseGet(Waves::shipped);
  }

  /** The wave of an id. */
  public Optional<Wave> find(String id) {
    return waves.find(id);
  }

  /** The name of a wave's content: of its file, and of the overlay when there is one. */
  public static String hash(Wave wave) {
    String base = wave.provenance().sha256();
    return wave.provenance()
        .overlaySha256()
        .map(overlay -> Sha256.hex(base + "\n" + overlay))
        .orElse(base);
  }

  private static Waves read(Path folder) {
    try {
      return Waves.shipped().withFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folder %s of waves and traits cannot be read.\nMaybe set voxpop.instrument.folder to one that exists."
              .formatted(folder),
          e);
    }
  }
}
