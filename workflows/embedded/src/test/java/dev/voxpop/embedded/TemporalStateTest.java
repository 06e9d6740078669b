package dev.voxpop.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporalStateTest {
  @TempDir private Path temporary;

  @Test
  void state_writtenAndRead_isTheSame() {
    TemporalState state = new TemporalState(7, Path.of("/bin/temporal"), 8, 9);
    state.write(temporary.resolve("s"));
    assertThat(TemporalState.read(temporary.resolve("s"))).contains(state);
  }

  @Test
  void read_absentOrBrokenFile_givesNothing() throws IOException {
    assertThat(TemporalState.read(temporary.resolve("s"))).isEmpty();
    Files.writeString(temporary.resolve("s"), "pid=7\nport=x\n");
    assertThat(TemporalState.read(temporary.resolve("s"))).isEmpty();
  }

  @Test
  void lives_numberOfAnotherProgram_isFalse() {
    assertThat(
            new TemporalState(ProcessHandle.current().pid(), Path.of("/bin/temporal"), 8, 9)
                .lives())
        .isFalse();
  }

  @Test
  void fits_onlyOnWantedOrAnyPorts() {
    TemporalState state = new TemporalState(7, Path.of("/bin/temporal"), 8, 9);
    assertThat(state.fits(EmbeddedPorts.free())).isTrue();
    assertThat(state.fits(new EmbeddedPorts(0, 0, 8, 9))).isTrue();
    assertThat(state.fits(new EmbeddedPorts(0, 0, 10, 9))).isFalse();
    assertThat(state.fits(new EmbeddedPorts(0, 0, 8, 10))).isFalse();
  }

  @Test
  void required_pathThatIsNoProgram_isRefusedByName() {
    assertThatThrownBy(() -> TemporalBinary.required(temporary))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining(temporary.toString());
  }

  @Test
  void find_binaryInTheDataFolder_comesFirst() throws IOException {
    Path binary = TemporalBinary.installed(temporary);
    Files.createDirectories(temporary.resolve("bin"));
    Files.writeString(binary, "#!/bin/sh\n");
    assertThat(binary.toFile().setExecutable(true)).isTrue();

    assertThat(TemporalBinary.find(temporary)).contains(binary);
  }
}
