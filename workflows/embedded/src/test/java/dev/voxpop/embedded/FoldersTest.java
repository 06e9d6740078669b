package dev.voxpop.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
  @TempDir private Path temporary;

  @Test
  void fillOnce_twice_fillsTheFirstTimeOnly() throws IOException {
    Path target = temporary.resolve("t");
    Folders.fillOnce(target, "marker", folder -> Files.writeString(folder.resolve("marker"), "1"));
    Folders.fillOnce(target, "marker", folder -> Files.writeString(folder.resolve("marker"), "2"));

    assertThat(target.resolve("marker")).hasContent("1");
  }

  @Test
  void fillOnce_failingHalfway_leavesNothing() {
    Path target = temporary.resolve("t");
    assertThatThrownBy(
            () ->
                Folders.fillOnce(
                    target,
                    "marker",
                    folder -> {
                      Files.writeString(folder.resolve("half"), "");
                      throw new IOException("disk full");
                    }))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("disk full");

    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void fillOnce_folderOfSomebodyElse_isNotReplaced() throws IOException {
    Path target = Files.createDirectory(temporary.resolve("t"));
    Files.writeString(target.resolve("precious"), "1");

    assertThatThrownBy(() -> Folders.fillOnce(target, "marker", FoldersTest::fill))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining(target.toString());
    assertThat(target.resolve("precious")).hasContent("1");
  }

  private static void fill(Path folder) throws IOException {
    Files.createFile(folder.resolve("marker"));
  }

  @Test
  void delete_treeWithLinks_leavesTheLinkedFile() throws IOException {
    Path outside = Files.writeString(temporary.resolve("outside"), "1");
    Path tree = Files.createDirectories(temporary.resolve("tree").resolve("inner"));
    Files.createSymbolicLink(tree.resolve("link"), outside);

    Folders.delete(temporary.resolve("tree"));

    assertThat(temporary.resolve("tree")).doesNotExist();
    assertThat(outside).exists();
  }
}
