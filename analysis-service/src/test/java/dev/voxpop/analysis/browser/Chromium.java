package dev.voxpop.analysis.browser;

import com.fasterxml.jackson.databind.JsonNode;
import dev.voxpop.hosting.Payloads;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A headless Chromium of this machine, driven over its DevTools protocol. */
public final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
  private static final String READY = "DevTools listening on ";

  private final Process process;
  private final Path profile;
  private final URI address;
  private final HttpClient http = HttpClient.newHttpClient();

  private Chromium(Process process, Path profile, URI address) {
    this.process = process;
    this.profile = profile;
    this.address = address;
  }

  /** The browser's program; empty when this machine has none. */
  public static Optional<Path> program() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return NAMES.stream()
        .flatMap(name -> Stream.of(path.split(File.pathSeparator, -1)).map(f -> Path.of(f, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts a browser with an empty profile and without network. */
  public static Chromium start(Path program) throws IOException {
    Path profile = Files.createTempDirectory("chromium-profile");
    Process process =
        new ProcessBuilder(arguments(program, profile))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader messages = process.errorReader(StandardCharsets.UTF_8);
    for (String line = messages.readLine(); line != null; line = messages.readLine()) {
      if (line.startsWith(READY)) {
        Thread.ofVirtual().start(() -> drain(messages));
        return new Chromium(process, profile, URI.create(line.substring(READY.length()).strip()));
      }
    }
    throw new IOException(program + " ended before it could be driven.");
  }

  /** The browser's only tab. */
  public Tab tab() throws IOException, InterruptedException {
    URI list = URI.create("http://127.0.0.1:" + address.getPort() + "/json/list");
    String body =
        http.send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    for (JsonNode target : Payloads.mapper().readTree(body)) {
      if (target.path("type").asText().equals("page")) {
        return Tab.open(http, URI.create(target.path("webSocketDebuggerUrl").asText()));
      }
    }
    throw new IOException("The browser has no tab: " + body);
  }

  @Override
  public void close() throws IOException {
    List<ProcessHandle> family =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    family.forEach(ProcessHandle::destroyForcibly);
    family.forEach(member -> member.onExit().join());
    http.close();
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static List<String> arguments(Path program, Path profile) {
    List<String> arguments = new ArrayList<>(List.of(program.toString(), "--headless=new"));
    arguments.addAll(
        List.of(
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile,
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-sync",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
            "--hide-scrollbars",
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
            "about:blank"));
    return arguments;
  }

  /** Keeps the browser from waiting for somebody to read its messages. */
  private static void drain(BufferedReader messages) {
    try (messages) {
      while (messages.readLine() != null) {
        // Only to be read.
      }
    } catch (IOException e) {
      // The browser has ended.
    }
  }
}
