package dev.voxpop.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class UnknownAliasTest {

  private final Models models =
      new Models() {
        @Override
        public SortedSet<String> names() {
          return new TreeSet<>(List.of("default", "judge"));
        }

        @Override
        public Optional<ModelEndpoint> find(String alias) {
          return Optional.empty();
        }
      };

  @Test
  void alias_withATypingError_isPutRight() {
    assertThat(models.unknown("/models/judge", "jugde").text())
        .isEqualTo(
            """
            /models/judge: There is no model "jugde"; configured: default, judge.
              Maybe you meant "judge".\
            """);
  }

  @Test
  void alias_unlikeAnyOther_getsTheKeyToSet() {
    assertThat(models.unknown("", "gpt").suggestion()).contains("voxpop.model.gpt.base-url");
    assertThatThrownBy(() -> models.byAlias("gpt")).hasMessageContaining("configured: default");
  }
}
