package dev.voxpop.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder held by one process at a time. The hold is an operating-system lock on {@code
 * voxpop.lock}, which ends with the process however it dies, so a stale lock cannot be mistaken for
 * a live one even when process ids are used again; the process id written into the file only names
 * the holder in messages.
 */
public final class DataFolder implements AutoCloseable {
  static final String LOCK_FILE = "voxpop.lock";

  /**
   * The open lock files of this process. Opening one a second time would release its lock, and a
   * channel that nobody refers to is closed by the garbage collector.
   */
  private static final Map<Path, Optional<FileChannel>> HELD_HERE = new ConcurrentHashMap<>();

  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Takes the folder, making it when absent.
   *
   * @throws EmbeddedServerException when another process, or this one, holds it already
   */
  public static DataFolder take(Path folder) {
    Path path = made(folder);
    if (HELD_HERE.putIfAbsent(path, Optional.empty()) != null) {
      throw refused(path, "this process, " + ProcessHandle.current().pid() + ",");
    }
    try {
      FileChannel channel = lock(path);
      HELD_HERE.put(path, Optional.of(channel));
      return new DataFolder(path, channel);
    } finally {
      HELD_HERE.remove(path, Optional.empty());
    }
  }

  /** The id of the process that holds a folder; empty when nobody does. */
  public static OptionalLong holder(Path folder) {
    Path file = folder.resolve(LOCK_FILE);
    if (HELD_HERE.containsKey(folder.toAbsolutePath().normalize())) {
      return OptionalLong.of(ProcessHandle.current().pid());
    }
    if (!Files.exists(file)) {
      return OptionalLong.empty();
    }
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      String holder = Files.readString(file).strip().split(" ", 2)[0];
      return lock != null || holder.isEmpty()
          ? OptionalLong.empty()
          : OptionalLong.of(Long.parseLong(holder));
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /** The folder, absolute and with links resolved. */
  public Path path() {
    return path;
  }

  /** A folder inside, made when absent. */
  public Path folder(String name) {
    return Folders.make(path.resolve(name));
  }

  /** Gives the folder back; its lock file stays, empty. */
  @Override
  public void close() {
    if (!HELD_HERE.remove(path, Optional.of(channel))) {
      return;
    }
    try (channel) {
      channel.truncate(0);
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "The lock file of %s could not be released: %s.".formatted(path, e.getMessage()),
          "the disk is full or gone; the lock ends with this process anyway.",
          e);
    }
  }

  private static Path made(Path folder) {
    try {
      return Folders.make(folder).toRealPath();
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private static FileChannel lock(Path path) {
    Path file = path.resolve(LOCK_FILE);
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        String holder = Files.readString(file).strip();
        channel.close();
        throw refused(path, "process " + (holder.isEmpty() ? "(just starting)" : holder));
      }
      write(channel);
      return channel;
    } catch (IOException e) {
      closeQuietly(channel);
      throw unusable(path, e);
    }
  }

  private static void write(FileChannel channel) throws IOException {
    ProcessHandle self = ProcessHandle.current();
    String started = self.info().startInstant().map(at -> " started " + at).orElse("");
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap((self.pid() + started + "\n").getBytes(StandardCharsets.UTF_8)), 0);
    channel.force(true);
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The folder is already being reported as unusable.
    }
  }

  private static EmbeddedServerException refused(Path path, String holder) {
    return new EmbeddedServerException(
        "The data folder %s is in use by %s.".formatted(path, holder),
        "stop that process first, or give this one a folder of its own with voxpop.data-dir.");
  }

  private static EmbeddedServerException unusable(Path path, IOException e) {
    return new EmbeddedServerException(
        "The data folder %s cannot be used: %s.".formatted(path, e),
        "choose a folder on a local disk that you may write to, with voxpop.data-dir.",
        e);
  }
}
