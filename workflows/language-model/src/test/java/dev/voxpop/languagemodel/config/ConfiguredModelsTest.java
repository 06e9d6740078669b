package dev.voxpop.languagemodel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.languagemodel.ModelEndpoint;
import dev.voxpop.languagemodel.Models;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConfiguredModelsTest {

  @Inject Models models;

  @Test
  void models_areThoseOfTheConfiguration() {
    assertThat(models.names()).containsExactly("chatty", "default");
    assertThat(models.byAlias("chatty").facts().kind()).isEqualTo("chat");
    assertThat(models.find("nobody")).isEmpty();
    assertThatThrownBy(() -> models.byAlias("defautl")).hasMessageContaining("default");
  }

  @Test
  void endpoint_askedForTwice_isOne() {
    ModelEndpoint first = models.byAlias("default");
    assertThat(models.byAlias("default")).isSameAs(first);
  }
}
