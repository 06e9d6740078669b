package dev.voxpop.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir private Path temporary;

  @Test
  void take_absentFolder_makesItAndWritesTheProcessId() throws IOException {
    Path path = temporary.resolve("a").resolve("b");
    try (DataFolder folder = DataFolder.take(path)) {
      assertThat(folder.path()).isEqualTo(path.toRealPath());
      assertThat(Files.readString(path.resolve("voxpop.lock")))
          .startsWith(Long.toString(ProcessHandle.current().pid()));
    }
  }

  @Test
  void take_heldByThisProcess_isRefusedAndStaysHeld() throws IOException {
    try (DataFolder first = DataFolder.take(temporary)) {
      assertThatThrownBy(() -> DataFolder.take(temporary))
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
      try (ChildJvm other = ChildJvm.start(FolderHolder.class, temporary.toString())) {
        assertThat(other.waitForEnd()).isNotZero();
        assertThat(other.lines()).anyMatch(line -> line.contains("in use by process"));
      }
      assertThat(first.path()).isEqualTo(temporary.toRealPath());
    }
  }

  @Test
  void take_givenBack_canBeTakenAgain() {
    DataFolder.take(temporary).close();
    DataFolder again = DataFolder.take(temporary);
    again.close();
    again.close();

    assertThat(temporary.resolve("voxpop.lock")).isEmptyFile();
  }

  @Test
  void take_heldByAnotherProcess_isRefusedByItsIdUntilItIsKilled() throws IOException {
    try (ChildJvm holder = ChildJvm.start(FolderHolder.class, temporary.toString())) {
      assertThat(holder.said("folder")).isEqualTo(temporary.toRealPath().toString());
      assertThatThrownBy(() -> DataFolder.take(temporary))
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContaining("process " + holder.pid() + " started")
          .hasMessageContaining("Maybe stop that process");
      assertThat(DataFolder.holder(temporary)).hasValue(holder.pid());

      holder.kill();

      assertThat(DataFolder.holder(temporary)).isEmpty();
      try (DataFolder taken = DataFolder.take(temporary)) {
        assertThat(taken.path()).exists();
      }
    }
  }

  @Test
  void take_fileInsteadOfFolder_isRefusedByName() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    assertThatThrownBy(() -> DataFolder.take(file))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining(file.toString());
  }
}
