package dev.voxpop.hosting.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CursorsTest {

  @Test
  void cursor_ofAnOrdinal_staysWhatItWas() {
    assertThat(Cursors.ofOrdinals().at("7")).isEqualTo("ZnJvbTo3");
    assertThat(Cursors.ofOrdinals().read("ZnJvbTo3", "0")).isEqualTo("7");
  }

  @Test
  void cursor_ofAnId_staysWhatItWas() {
    assertThat(Cursors.ofIds().at("r-1")).isEqualTo("YWZ0ZXI6ci0x");
    assertThat(Cursors.ofIds().read("YWZ0ZXI6ci0x", "")).isEqualTo("r-1");
  }

  @Test
  void noCursor_isTheBeginning() {
    assertThat(Cursors.ofOrdinals().read(null, "0")).isEqualTo("0");
    assertThat(Cursors.ofIds().read("", "")).isEmpty();
  }
}
