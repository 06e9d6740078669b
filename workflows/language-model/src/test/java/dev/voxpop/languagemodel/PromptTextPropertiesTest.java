package dev.voxpop.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PromptTextPropertiesTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String[] ATOMS = {
    "a", "é", "漢", "😀", "\"", "\\", "\n", "\r", "\t", "\u0000", "\u0001", "\u001f", "\u007f", "/",
    "\u2028", "${x}", "{{y}}", "\uD800", "\uDC00", " "
  };

  private static String random(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(ATOMS[random.nextInt(ATOMS.length)]);
    }
    return text.toString();
  }

  @Test
  void text_builtFromPieces_isWhatAnyJsonReaderReads() throws IOException {
    for (long seed = 0; seed < 2000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      PromptText text = PromptText.EMPTY;
      StringBuilder expected = new StringBuilder();
      for (int pieces = random.nextInt(6); pieces > 0; pieces--) {
        String piece = random(random);
        text = text.plus(piece);
        expected.append(SafeText.clean(piece));
      }
      String json = "\"" + new String(text.toJson(), StandardCharsets.UTF_8) + "\"";
      assertThat(MAPPER.readValue(json, String.class))
          .as("seed %d", seed)
          .isEqualTo(expected.toString());
      assertThat(text.toString()).as("seed %d", seed).isEqualTo(expected.toString());
      assertThat(text.length()).as("seed %d", seed).isEqualTo(expected.length());
      assertThat(text).as("seed %d", seed).isEqualTo(PromptText.of(expected.toString()));
      assertThat(text).hasSameHashCodeAs(PromptText.of(expected.toString()));
    }
  }

  @Test
  void cleaning_keepsLengthAndLeavesNothingUnsafe() {
    for (long seed = 0; seed < 2000; seed++) {
      String text = random(new SplittableRandom(seed));
      String clean = SafeText.clean(text);
      assertThat(clean).as("seed %d", seed).hasSameSizeAs(text).doesNotContain("\u0000");
      assertThat(new String(clean.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
          .as("seed %d", seed)
          .isEqualTo(clean);
      assertThat(SafeText.clean(clean)).isSameAs(clean);
    }
  }

  @Test
  void head_ofAText_isTheLongestPrefixThatFits() {
    assertThat(SafeText.head("aé漢😀", 10)).isEqualTo("aé漢😀");
    assertThat(SafeText.head("aé漢😀", 9)).isEqualTo("aé漢");
    assertThat(SafeText.head("aé漢😀", 5)).isEqualTo("aé");
    assertThat(SafeText.head("aé漢😀", 0)).isEmpty();
  }
}
