package dev.voxpop.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.io.file.PathUtils;

/**
 * Folders that are either complete or absent, so that a process killed while filling one leaves
 * nothing half done.
 */
final class Folders {
  private static final String OWNER_ONLY = "rwx------";

  /** Two threads may fill folders of one name. */
  private static final AtomicLong COUNT = new AtomicLong();

  private Folders() {}

  /** Fills a new folder. */
  @FunctionalInterface
  interface Filler {
    void fill(Path folder) throws IOException;
  }

  /** Makes a folder and its parents. */
  static Path make(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "The folder %s cannot be made: %s.".formatted(folder, e),
          "choose another place with voxpop.data-dir.",
          e);
    }
  }

  /**
   * Fills {@code target} beside itself and renames it into place, unless the marker file is there
   * already.
   */
  static void fillOnce(Path target, String marker, Filler filler) {
    if (Files.exists(target.resolve(marker))) {
      return;
    }
    Path fresh = beside(target);
    try {
      delete(fresh);
      Files.createDirectories(fresh);
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(OWNER_ONLY));
      filler.fill(fresh);
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.exists(target.resolve(marker))) {
        throw notFilled(target, marker, e);
      }
    } finally {
      deleteQuietly(fresh);
    }
  }

  private static Path beside(Path target) {
    return target.resolveSibling(
        "%s.%d-%d.new"
            .formatted(
                target.getFileName(), ProcessHandle.current().pid(), COUNT.incrementAndGet()));
  }

  /** Deletes a folder with everything in it; an absent one is fine. */
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      var _ = PathUtils.deleteDirectory(folder);
    }
  }

  private static void deleteQuietly(Path folder) {
    try {
      delete(folder);
    } catch (IOException e) {
      // A leftover beside the target is named after this process and is removed by the next
      // attempt.
    }
  }

  private static EmbeddedServerException notFilled(Path target, String marker, IOException e) {
    return new EmbeddedServerException(
        "The folder %s could not be prepared (it lacks %s): %s.".formatted(target, marker, e),
        "the disk is full, or the folder holds something else and must be moved away.",
        e);
  }
}
