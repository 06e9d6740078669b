package dev.voxpop.instrument.file;

import dev.voxpop.instrument.trait.Trait;
import dev.voxpop.instrument.trait.Traits;
import dev.voxpop.instrument.wave.Wave;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A catalogue of waves with the traits they pair with.
 *
 * @param byId all waves by id
 * @param traits all traits
 */
public record Waves(Map<String, Wave> byId, Traits traits) {
  private static final String WAVE_FOLDER = "waves";
  private static final String TRAIT_FOLDER = "traits";
  private static final String OVERLAY_SUFFIX = ".overlay.yaml";

  public Waves {
    byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
  }

  /** The shipped waves and traits. */
  public static Waves shipped() {
    Traits traits = Shipped.traits();
    return new Waves(Map.of(), traits).with(Shipped.waveFiles());
  }

  /** The shipped waves and traits, and those of a folder if one is configured. */
  public static Waves of(Optional<Path> folder) {
    return folder.map(Waves::shippedAndIn).orElseGet(Waves::shipped);
  }

  private static Waves shippedAndIn(Path folder) {
    try {
      return shipped().withFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folder %s of waves and traits cannot be read.\nMaybe set voxpop.instrument.folder to one that exists."
              .formatted(folder),
          e);
    }
  }

  /**
   * This catalogue with what a folder holds: {@code traits/*.yaml}, {@code waves/*.yaml} and {@code
   * waves/<id>.overlay.yaml}, also for shipped waves; files of equal id replace what was there.
   */
  public Waves withFolder(Path folder) throws IOException {
    List<Trait> further = new ArrayList<>();
    for (SourceFile file : files(folder.resolve(TRAIT_FOLDER))) {
      further.add(TraitReader.read(file).orElseThrow());
    }
    List<SourceFile> found = files(folder.resolve(WAVE_FOLDER));
    List<SourceFile> bases =
        found.stream().filter(file -> !file.name().endsWith(OVERLAY_SUFFIX)).toList();
    Waves waves = new Waves(byId, traits.with(further)).with(bases);
    for (SourceFile overlay : found) {
      if (overlay.name().endsWith(OVERLAY_SUFFIX)) {
        waves = waves.withOverlay(overlay, bases);
      }
    }
    return waves;
  }

  /** Ids of all waves. */
  public Set<String> ids() {
    return byId.keySet();
  }

  /** The wave of an id, or empty. */
  public Optional<Wave> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The wave of an id. */
  public Wave require(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no wave %s.\n%s".formatted(id, Similar.maybe(id, ids()))));
  }

  private Waves with(List<SourceFile> files) {
    Map<String, Wave> all = new LinkedHashMap<>(byId);
    for (SourceFile file : files) {
      Wave wave = WaveReader.with(traits).read(file).orElseThrow();
      all.put(wave.id(), wave);
    }
    return new Waves(all, traits);
  }

  private Waves withOverlay(SourceFile overlay, List<SourceFile> bases) {
    String fileName = Path.of(overlay.name()).getFileName().toString();
    String id = fileName.substring(0, fileName.length() - OVERLAY_SUFFIX.length());
    SourceFile base =
        Stream.concat(bases.stream(), Shipped.waveFiles().stream())
            .filter(file -> isOf(id, file))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s is for no wave.\n%s"
                            .formatted(overlay.name(), Similar.maybe(id, ids()))));
    Map<String, Wave> all = new LinkedHashMap<>(byId);
    all.put(id, WaveReader.with(traits).read(base, overlay).orElseThrow());
    return new Waves(all, traits);
  }

  private boolean isOf(String id, SourceFile file) {
    return WaveReader.with(traits).read(file).orElseThrow().id().equals(id);
  }

  private static List<SourceFile> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<SourceFile> files = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> readable =
          entries.filter(p -> p.toString().matches(".*\\.(ya?ml|json)")).sorted().toList();
      for (Path path : readable) {
        files.add(SourceFile.of(path.toString(), Files.readAllBytes(path)));
      }
    }
    return files;
  }
}
