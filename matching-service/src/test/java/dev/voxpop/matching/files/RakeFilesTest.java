package dev.voxpop.matching.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.matching.population.Membership;
import dev.voxpop.matching.population.RakedWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RakeFilesTest {

  private static final String PERSONAS =
      """
      id,r=a,r=b,r=c,s=x,s=y,d
      p1,1,0,0,1,0,1
      p2,1,0,0,0,1,2
      p3,0,1,0,1,0,1
      p4,0,1,0,0,1,0.5
      p5,0,0,1,0,1,1
      """;

  @TempDir Path folder;

  /**
   * R 4.2.2, survey 4.1.1: {@code weights(rake(svydesign(ids = ~1, data = d, weights = ~d),
   * list(~r, ~s), list(data.frame(r = c("a", "o"), Freq = c(2.2, 3.3)), data.frame(s = c("x", "y"),
   * Freq = c(3.3, 2.2))), control = list(epsilon = 1e-12, maxit = 1000)))}, b and c joined as o.
   */
  @Test
  void weights_withBaseAndJoinedLabels_areThoseOfTheSurveyPackage() throws IOException {
    RakedWeights weights =
        run(
            "trait,label,share,into\nr,a,.4,\nr,b,.35,\nr,c,.25,b\ns,x,.6,\ns,y,.4,\n",
            Optional.of("d"));
    assertThat(weights.weights()).hasSize(5);
    double[] expected = {
      1.228528366788, 0.971471633212, 2.071471633212, 0.409509455596, 0.819018911192
    };
    for (int persona = 0; persona < 5; persona++) {
      assertThat(weights.weights().get(persona)).isCloseTo(expected[persona], within(1e-8));
    }
    assertThat(Files.readAllLines(folder.resolve("out/weights.csv")))
        .hasSize(6)
        .startsWith("persona,weight")
        .element(1)
        .asString()
        .startsWith("p1,");
  }

  @Test
  void margins_thatDoNotFit_areRefusedWithFileAndPlace() {
    assertThatThrownBy(() -> run("trait,label,share\nr,a,.4\nr,a,.6\n", Optional.empty()))
        .hasMessageContaining("margins.csv: Line 3: label \"a\" of trait \"r\" occurs twice");
    assertThatThrownBy(() -> run("trait,label,share\nr,a,x\n", Optional.empty()))
        .hasMessageContaining("Line 2: column \"share\" has \"x\"");
    assertThatThrownBy(() -> run("trait,label,share\nq,a,1\n", Optional.empty()))
        .hasMessageContaining("Trait \"q\" has a margin but no columns");
    assertThatThrownBy(() -> run("trait,label,share\nr,z,1\n", Optional.empty()))
        .hasMessageContaining("\"z\"");
    assertThatThrownBy(() -> run("trait,label,share\nr,a,.5\nr,b,.4\n", Optional.empty()))
        .hasMessageContaining("sums to 0.9");
    String chain = "trait,label,share,into\nr,a,.4,b\nr,b,.4,c\nr,c,.2,\n";
    assertThatThrownBy(() -> run(chain, Optional.empty()))
        .hasMessageContaining("which is joined itself");
    assertThatThrownBy(() -> run("trait,label,share\ns,x,.5\ns,y,.5\n", Optional.of("e")))
        .hasMessageContaining("column \"e\" is missing");
  }

  @Test
  void label_withATargetButNobody_stopsTheRunWithAList() {
    assertThatThrownBy(
            () ->
                RakeFiles.run(
                    request(
                        PERSONAS.replace("p5,0,0,1", "p5,0,1,0"),
                        "trait,label,share\nr,a,.4\nr,b,.4\nr,c,.2\n",
                        Optional.empty())))
        .hasMessageContaining("No persona has [r = c]");
    assertThat(List.of(folder.resolve("out/weights.csv"))).noneMatch(Files::exists);
  }

  private RakedWeights run(String margins, Optional<String> base) throws IOException {
    return RakeFiles.run(request(PERSONAS, margins, base));
  }

  private RakeFilesRequest request(String personas, String margins, Optional<String> base)
      throws IOException {
    return new RakeFilesRequest(
        Files.writeString(folder.resolve("personas.csv"), personas),
        Files.writeString(folder.resolve("margins.csv"), margins),
        folder.resolve("out"),
        Membership.MODAL,
        base,
        Optional.empty());
  }
}
