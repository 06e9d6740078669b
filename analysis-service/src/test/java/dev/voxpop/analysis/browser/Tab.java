package dev.voxpop.analysis.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voxpop.hosting.Payloads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One page of the browser. Used by one thread. */
public final class Tab implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 60;
  private static final ObjectMapper MAPPER = Payloads.mapper();

  private final WebSocket socket;
  private final BlockingQueue<JsonNode> messages;
  private int last;

  /** Light or dark. */
  public enum Scheme {
    LIGHT,
    DARK;

    /** The name in CSS. */
    public String css() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private Tab(WebSocket socket, BlockingQueue<JsonNode> messages) {
    this.socket = socket;
    this.messages = messages;
  }

  static Tab open(HttpClient http, URI address) {
    BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    return new Tab(
        http.newWebSocketBuilder().buildAsync(address, new Collector(messages)).join(), messages);
  }

  /** Shows a file at a width in a colour scheme, and returns when it is loaded. */
  public void show(Path page, int width, Scheme scheme) throws IOException, InterruptedException {
    ask(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    ask(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            "screen",
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme.css()))));
    ask("Page.enable", Map.of());
    ask("Page.navigate", Map.of("url", page.toUri().toString()));
    JsonNode event = next();
    while (!event.path("method").asText().equals("Page.loadEventFired")) {
      event = next();
    }
  }

  /** The value of a JavaScript expression, as JSON. */
  public JsonNode evaluate(String expression) throws IOException, InterruptedException {
    JsonNode answer =
        ask("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new IOException("The page's check failed: " + answer.path("exceptionDetails"));
    }
    return answer.path("result").path("value");
  }

  /** A picture of what a rectangle of the page shows, as a PNG file. */
  public void picture(Path file, JsonNode rectangle) throws IOException, InterruptedException {
    JsonNode answer =
        ask(
            "Page.captureScreenshot",
            Map.of("format", "png", "captureBeyondViewport", true, "clip", rectangle));
    Files.write(file, Base64.getDecoder().decode(answer.path("data").asText()));
  }

  /** The page on paper, as a PDF file. */
  public void print(Path file) throws IOException, InterruptedException {
    ask("Emulation.setEmulatedMedia", Map.of("media", "print"));
    JsonNode answer =
        ask("Page.printToPDF", Map.of("printBackground", true, "preferCSSPageSize", true));
    Files.write(file, Base64.getDecoder().decode(answer.path("data").asText()));
  }

  @Override
  public void close() {
    socket.abort();
  }

  private JsonNode ask(String method, Map<String, ?> parameters)
      throws IOException, InterruptedException {
    int id = ++last;
    String request =
        MAPPER.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
    socket.sendText(request, true).join();
    JsonNode answer = next();
    while (answer.path("id").asInt() != id) {
      answer = next();
    }
    if (answer.has("error")) {
      throw new IOException(method + " failed: " + answer.path("error"));
    }
    return answer.path("result");
  }

  private JsonNode next() throws IOException, InterruptedException {
    JsonNode message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      throw new IOException("The browser said nothing for " + PATIENCE_SECONDS + " s.");
    }
    return message;
  }

  /** Puts the parts of messages together. */
  private static final class Collector implements WebSocket.Listener {
    private final BlockingQueue<JsonNode> messages;
    private final StringBuilder text = new StringBuilder();

    Collector(BlockingQueue<JsonNode> messages) {
      this.messages = messages;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean end) {
      text.append(part);
      if (end) {
        add(text.toString());
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }

    private void add(String message) {
      try {
        messages.add(MAPPER.readTree(message));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
