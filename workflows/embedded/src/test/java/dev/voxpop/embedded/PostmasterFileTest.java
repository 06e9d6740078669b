package dev.voxpop.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterFileTest {
  @TempDir private Path temporary;

  @Test
  void parse_asPostgresWritesIt_givesIdAndPort() {
    assertThat(
            PostmasterFile.parse(
                List.of("12025", "/data", "1795261653", "25432", "", "127.0.0.1", "ready   ")))
        .contains(new PostmasterFile(12_025, 25_432));
  }

  @Test
  void parse_cutShortByACrash_givesNothing() {
    assertThat(PostmasterFile.parse(List.of("12025", "/data"))).isEmpty();
    assertThat(PostmasterFile.parse(List.of("", "/data", "1", "2"))).isEmpty();
  }

  @Test
  void in_folderWithoutTheFile_givesNothing() {
    assertThat(PostmasterFile.in(temporary)).isEmpty();
  }

  @Test
  void lives_numberOfAnotherProgram_isMisleading() {
    PostmasterFile mine = new PostmasterFile(ProcessHandle.current().pid(), 1);
    assertThat(mine.lives()).isFalse();
    assertThat(mine.isMisleading()).isTrue();
  }

  @Test
  void lives_numberOfNobody_isNotMisleading() {
    PostmasterFile nobody = new PostmasterFile(4_000_000_000L, 1);
    assertThat(nobody.lives()).isFalse();
    assertThat(nobody.isMisleading()).isFalse();
  }
}
