package dev.voxpop.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalInt;
import java.util.Properties;

/**
 * The ports a data folder has used, kept in {@code ports.properties}, so that a restart serves
 * where it served before. New ports come from 20000 to 31999, below the range from which systems
 * give ports to outgoing connections; the scan starts at a place derived from the folder's path, so
 * two folders seldom meet.
 */
final class PortBook {
  private static final int LOWEST = 20_000;
  private static final int COUNT = 12_000;

  private final Path file;
  private final Properties ports;

  private PortBook(Path file, Properties ports) {
    this.file = file;
    this.ports = ports;
  }

  static PortBook in(DataFolder folder) {
    Path file = folder.path().resolve("ports.properties");
    Properties ports = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        ports.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new EmbeddedServerException(
            "The remembered ports in %s cannot be read: %s.".formatted(file, e),
            "delete that file; new ports will be chosen.",
            e);
      }
    }
    return new PortBook(file, ports);
  }

  /**
   * The port to listen on: the wanted one, else the remembered one if free, else a new one. It is
   * remembered.
   */
  synchronized int choose(String name, int wanted) {
    if (wanted > 0) {
      if (!isFree(wanted)) {
        throw taken(name, wanted);
      }
      return remember(name, wanted);
    }
    OptionalInt before = remembered(name);
    if (before.isPresent() && isFree(before.getAsInt())) {
      return before.getAsInt();
    }
    return remember(name, fresh(name));
  }

  /** Writes down the port of a server that serves already. */
  synchronized int remember(String name, int port) {
    ports.setProperty(name, Integer.toString(port));
    save();
    return port;
  }

  synchronized OptionalInt remembered(String name) {
    String text = ports.getProperty(name, "").strip();
    return text.matches("[1-9][0-9]{0,4}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private int fresh(String name) {
    int start = Math.floorMod((file + "|" + name).hashCode(), COUNT);
    for (int step = 0; step < COUNT; step++) {
      int port = LOWEST + (start + step) % COUNT;
      if (!ports.containsValue(Integer.toString(port)) && isFree(port)) {
        return port;
      }
    }
    throw new EmbeddedServerException(
        "No port from %d to %d is free for %s.".formatted(LOWEST, LOWEST + COUNT - 1, name),
        "name a port with voxpop.embedded.<server>.port.");
  }

  private void save() {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (Writer writer = Files.newBufferedWriter(fresh)) {
        ports.store(writer, null);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "The ports could not be written to %s: %s.".formatted(file, e),
          "the disk is full or read-only.",
          e);
    }
  }

  private static EmbeddedServerException taken(String name, int port) {
    return new EmbeddedServerException(
        "Port %d on 127.0.0.1, wanted for %s, is taken by another program.".formatted(port, name),
        "stop that program, or set voxpop.embedded.%s.port to 0 for a free port.".formatted(name));
  }
}
