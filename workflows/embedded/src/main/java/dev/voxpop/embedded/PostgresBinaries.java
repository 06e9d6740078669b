package dev.voxpop.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the class path into a folder named by the archive's
 * checksum: under the user's cache folder where that can be written, so that all data folders share
 * one copy, else in the data folder.
 */
final class PostgresBinaries {
  private static final String MARKER = "complete";
  private static final int NAME_LENGTH = 16;

  private PostgresBinaries() {}

  /** The folder that holds {@code bin}, {@code lib} and {@code share}. */
  static Path unpacked(Path dataDir) {
    byte[] archive = archive();
    Path home = cache().orElseGet(() -> Folders.make(dataDir.resolve("bin")));
    Path folder = home.resolve("postgres-" + checksum(archive).substring(0, NAME_LENGTH));
    Folders.fillOnce(folder, MARKER, fresh -> unpack(archive, fresh));
    return folder;
  }

  private static byte[] archive() {
    boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
    String system = mac ? "Darwin" : "Linux";
    String architecture = ArchUtils.normalize(System.getProperty("os.arch", ""));
    try (InputStream in =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture)) {
      return in.readAllBytes();
    } catch (IOException | IllegalStateException e) {
      throw new EmbeddedServerException(
          "No PostgreSQL programs for %s on %s are on the class path."
              .formatted(system, architecture),
          "build on this machine, or name an external server with quarkus.datasource.<stage>.jdbc.url.",
          e);
    }
  }

  private static Optional<Path> cache() {
    String configured = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).orElse("");
    Path base =
        configured.isBlank()
            ? Path.of(System.getProperty("user.home", "/"), ".cache")
            : Path.of(configured);
    try {
      Path folder = Files.createDirectories(base.resolve("voxpop"));
      return Files.isWritable(folder) ? Optional.of(folder) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String checksum(byte[] archive) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  private static void unpack(byte[] archive, Path folder) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, folder);
      }
    }
    Files.createFile(folder.resolve(MARKER));
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("entry outside the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(folder));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.copy(folder.resolve(entry.getLinkName()), target);
    } else {
      Files.copy(tar, target);
      Files.setPosixFilePermissions(target, permissions(folder.relativize(target)));
    }
  }

  private static Set<PosixFilePermission> permissions(Path file) {
    return PosixFilePermissions.fromString(file.startsWith("bin") ? "rwx------" : "rw-------");
  }
}
