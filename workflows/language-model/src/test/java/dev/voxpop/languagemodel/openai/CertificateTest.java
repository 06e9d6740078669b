package dev.voxpop.languagemodel.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.languagemodel.ModelEndpoint;
import dev.voxpop.languagemodel.ModelFailure;
import dev.voxpop.languagemodel.Seat;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate that nobody vouches for. */
@QuarkusTest
class CertificateTest {

  private static final char[] PASSWORD = "changeit".toCharArray();

  @Test
  void certificate_selfSigned_isRefusedBeforeAByteOfTheRequestLeaves(@TempDir Path folder)
      throws Exception {
    AtomicInteger bytes = new AtomicInteger();
    try (SSLServerSocket server = serverSocket(folder)) {
      Thread.ofVirtual().start(() -> serve(server, bytes));
      URI url = URI.create("https://localhost:" + server.getLocalPort() + "/v1");
      for (Way way : Way.values()) {
        ModelEndpoint endpoint =
            Endpoints.with(InstantSource.system(), new SplittableRandom(1))
                .open(TestSettings.of(url, way.kind()).settings());
        try (Seat seat = endpoint.enter("e")) {
          ModelFailure failure =
              catchThrowableOfType(ModelFailure.class, () -> seat.ask(way.prompt()));
          assertThat(failure.type()).isEqualTo(FailureType.MODEL_UNAVAILABLE);
          assertThat(failure.charge()).isEqualTo(ModelFailure.Charge.UNSENT);
        }
      }
    }
    assertThat(bytes.get()).isZero();
  }

  private static void serve(SSLServerSocket server, AtomicInteger bytes) {
    while (!server.isClosed()) {
      try (SSLSocket socket = (SSLSocket) server.accept()) {
        if (socket.getInputStream().read() >= 0) {
          bytes.incrementAndGet();
        }
      } catch (IOException e) {
        // The client breaks off, or the test is over.
      }
    }
  }

  private static SSLServerSocket serverSocket(Path folder) throws Exception {
    Path file = folder.resolve("keys.p12");
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                tool,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "a",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD),
                "-validity",
                "2")
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return (SSLServerSocket)
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getByName("localhost"));
  }
}
