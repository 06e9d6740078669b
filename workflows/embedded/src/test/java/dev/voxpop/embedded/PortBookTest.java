package dev.voxpop.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortBookTest {
  @TempDir private Path temporary;
  private DataFolder folder;

  @BeforeEach
  void take() {
    folder = DataFolder.take(temporary);
  }

  @AfterEach
  void giveBack() {
    folder.close();
  }

  @Test
  void choose_freePort_isRememberedByALaterBook() {
    int first = PortBook.in(folder).choose("kafka", 0);

    assertThat(first).isBetween(20_000, 31_999);
    assertThat(PortBook.in(folder).choose("kafka", 0)).isEqualTo(first);
  }

  @Test
  void choose_twoNames_getTwoPorts() {
    PortBook book = PortBook.in(folder);
    assertThat(book.choose("a", 0)).isNotEqualTo(book.choose("b", 0));
  }

  @Test
  void choose_rememberedPortTaken_givesAnotherOne() throws IOException {
    int first = PortBook.in(folder).choose("kafka", 0);
    try (ServerSocket other = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
      int second = PortBook.in(folder).choose("kafka", 0);

      assertThat(second).isNotEqualTo(other.getLocalPort());
      assertThat(PortBook.in(folder).remembered("kafka")).hasValue(second);
    }
  }

  @Test
  void choose_wantedPortTaken_isRefusedByNumberAndName() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> PortBook.in(folder).choose("kafka", other.getLocalPort()))
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContaining("Port " + other.getLocalPort())
          .hasMessageContaining("voxpop.embedded.kafka.port");
    }
  }

  @Test
  void remembered_nonsenseInTheFile_countsAsNothing() throws IOException {
    Files.writeString(temporary.resolve("ports.properties"), "kafka=nonsense\n");
    assertThat(PortBook.in(folder).remembered("kafka")).isEmpty();
  }
}
