package dev.voxpop.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemporalInstallerTest {
  private static final String BASE_URL = "io.temporal.testing.devServerDownloadBaseUrl";

  @TempDir private Path temporary;

  @ParameterizedTest
  @ValueSource(
      strings = {"go version go1.25 linux/amd64", "go version go1.26.8 x", "go version go2.0.1 x"})
  void version_newEnough_isAccepted(String version) {
    assertThatCode(() -> TemporalInstaller.requireNewEnough(version)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"go version go1.24.9 linux/amd64", "gccgo 12", ""})
  void version_tooOldOrUnknown_isRefusedWithAdvice(String version) {
    assertThatThrownBy(() -> TemporalInstaller.requireNewEnough(version))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("'" + version + "'")
        .hasMessageContaining("Maybe install Go 1.25");
  }

  @Test
  void build_goThatWorks_leavesTheBinaryAndReportsItsLines() throws IOException {
    List<String> progress = new ArrayList<>();
    Path go = go("echo compiling $2; touch $GOBIN/temporal; chmod +x $GOBIN/temporal");

    Path binary = TemporalInstaller.build(go, temporary, progress::add);

    assertThat(binary).isEqualTo(temporary.resolve("bin").resolve("temporal")).isExecutable();
    assertThat(progress).hasSize(2).last().asString().contains("temporalio/cli/cmd/temporal@");
  }

  @Test
  void build_goThatFails_saysItsLastLine() throws IOException {
    Path go = go("echo proxy is away >&2; exit 1");
    assertThatThrownBy(() -> TemporalInstaller.build(go, temporary, line -> {}))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("proxy is away (exit code 1)");
  }

  @Test
  void download_fromAServer_putsTheBinaryInPlace() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    String metadata =
        "{\"archiveUrl\":\"%s/archive.tar.gz\",\"fileToExtract\":\"temporal\"}".formatted(base);
    server.createContext(
        "/cli/", exchange -> answer(exchange, metadata.getBytes(StandardCharsets.UTF_8)));
    server.createContext("/archive.tar.gz", exchange -> answer(exchange, archive()));
    server.start();
    System.setProperty(BASE_URL, base);
    try {
      assertThat(TemporalInstaller.download(temporary))
          .isEqualTo(temporary.resolve("bin").resolve("temporal"))
          .isExecutable();
      assertThat(temporary.resolve("bin").resolve("download")).doesNotExist();
    } finally {
      System.clearProperty(BASE_URL);
      server.stop(0);
    }
  }

  @Test
  void download_withoutNetwork_findsNothingAndSaysSo() {
    System.setProperty(BASE_URL, "http://127.0.0.1:1");
    try {
      assertThatThrownBy(() -> TemporalInstaller.download(temporary))
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContaining("could not be downloaded")
          .hasMessageContaining("Maybe the network");
    } finally {
      System.clearProperty(BASE_URL);
    }
  }

  private Path go(String install) throws IOException {
    Path go = temporary.resolve("go");
    Files.writeString(
        go,
        "#!/bin/sh\nif [ $1 = version ]; then echo go version go1.26.0 test; exit; fi\n"
            + install
            + "\n");
    assertThat(go.toFile().setExecutable(true)).isTrue();
    return go;
  }

  private static void answer(HttpExchange exchange, byte[] body) {
    try (exchange) {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] archive() {
    byte[] program = "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      TarArchiveEntry entry = new TarArchiveEntry("temporal");
      entry.setSize(program.length);
      tar.putArchiveEntry(entry);
      tar.write(program);
      tar.closeArchiveEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
