package dev.voxpop.survey.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.contracts.identity.Sha256;
import dev.voxpop.languagemodel.Decoding;
import dev.voxpop.languagemodel.Prompt;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptHashTest {
  private static final Decoding DECODING = Decoding.ofMaxTokens(128).withStops(List.of("\n"));

  @Test
  void hash_ofNothing_isThatOfTheEmptyText() {
    assertThat(PromptHash.OF_NOTHING).isEqualTo(Sha256.hex(""));
  }

  @Test
  void hash_otherSeed_isTheSame() {
    assertThat(PromptHash.of("m", Prompt.Text.of("a", DECODING.withSeed(1))))
        .isEqualTo(PromptHash.of("m", Prompt.Text.of("a", DECODING.withSeed(2))));
  }

  @Test
  void hash_anythingElseThatIsAsked_differs() {
    assertThat(
            List.of(
                PromptHash.of("m", Prompt.Text.of("a", DECODING)),
                PromptHash.of("n", Prompt.Text.of("a", DECODING)),
                PromptHash.of("m", Prompt.Text.of("b", DECODING)),
                PromptHash.of("m", Prompt.Chat.of("a", DECODING)),
                PromptHash.of("m", Prompt.Text.of("a", DECODING.withStops(List.of("\n", "Q:")))),
                PromptHash.of("m", Prompt.Text.of("a", DECODING.withSampling(0.5, 1))),
                PromptHash.of("m", Prompt.Text.of("a", DECODING.withSampling(1, 0.5))),
                PromptHash.of("m", Prompt.Text.of("a", Decoding.ofMaxTokens(127)))))
        .doesNotHaveDuplicates();
  }
}
