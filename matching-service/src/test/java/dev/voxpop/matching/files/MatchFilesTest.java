package dev.voxpop.matching.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.hosting.Json;
import dev.voxpop.matching.assignment.Method;
import dev.voxpop.matching.assignment.Specification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchFilesTest {

  private static final String HUMANS = "id,age,gender\nh1,young,f\nh2,old,\nh3,old,m\n";
  private static final String PERSONAS =
      """
      id,age=young,age=old,gender=f,gender=m
      p1,30,10,40,0
      p2,0,40,20,20
      p3,10,30,0,40
      """;

  @TempDir Path folder;

  @Test
  void match_maximumWeight_writesPairsAndSummary() throws IOException {
    MatchSummary summary = run(HUMANS, PERSONAS, Specification.of(Method.MAXIMUM_WEIGHT, 1));
    // Weights: h1 .75 0 0 | h2 .125 .5 .375 | h3 0 .5 .75, the missing gender of h2 counting ½.
    assertThat(summary.total()).isCloseTo(.75 + .5 + .75, within(1e-12));
    assertThat(Files.readAllLines(folder.resolve("out/pairs.csv")))
        .containsExactly(
            "human,persona,status,weight,logWeight,rank,bestWeight,ratio,ties,reuse,"
                + "factor:age,human:age,persona:age,factor:gender,human:gender,persona:gender",
            "h1,p1,matched,0.75,-0.2876820724517809,1,0.75,1.0,1,1,0.75,young,young,1.0,f,f",
            "h2,p2,matched,0.5,-0.6931471805599453,1,0.5,1.0,1,1,1.0,old,old,missing,,f",
            "h3,p3,matched,0.75,-0.2876820724517809,1,0.75,1.0,1,1,0.75,old,old,1.0,m,m");
    Map<?, ?> json = Json.read(Files.readString(folder.resolve("out/summary.json")), Map.class);
    assertThat(json.get("total")).isEqualTo(2.0);
    assertThat(json.get("pairs")).isEqualTo(3);
    assertThat(json.get("distinctPersonas")).isEqualTo(3);
    assertThat(json.get("certificate")).asString().contains("gap", "violation");
    assertThat(json.get("seconds")).asString().contains("read", "match", "write");
  }

  @Test
  void match_rowsInAnotherOrder_writesTheSamePairs() throws IOException {
    Specification random = Specification.of(Method.RANDOM, 5);
    run(HUMANS, PERSONAS, random);
    String first = Files.readString(folder.resolve("out/pairs.csv"));
    run(
        "id;age;gender\nh3;old;m\nh1;young;f\nh2;old;\n",
        "id,age=young,age=old,gender=f,gender=m\np3,10,30,0,40\np2,0,40,20,20\np1,30,10,40,0\n",
        random);
    assertThat(Files.readString(folder.resolve("out/pairs.csv"))).isEqualTo(first);
  }

  @Test
  void human_withoutSupport_isListedWithMinusInfinity() throws IOException {
    run("id,age\nh1,old\n", "id,age=young,age=old\np1,1,0\n", Specification.of(Method.GREEDY, 1));
    assertThat(Files.readAllLines(folder.resolve("out/pairs.csv")).getLast())
        .isEqualTo("h1,,no_support,0.0,−∞,0,0.0,0.0,1,0,,old,");
  }

  @Test
  void tables_thatDoNotFit_areRefusedWithThePlace() {
    Specification greedy = Specification.of(Method.GREEDY, 1);
    assertThatThrownBy(() -> run(HUMANS.replace("old,m", "ancient,m"), PERSONAS, greedy))
        .hasMessageContaining("Line 4")
        .hasMessageContaining("\"ancient\"")
        .hasMessageContaining("Maybe it is one of [young, old]");
    assertThatThrownBy(() -> run(HUMANS, PERSONAS.replace("30,0,40", "x,0,40"), greedy))
        .hasMessageContaining("Line 4: column \"age=old\" has \"x\"");
    assertThatThrownBy(() -> run("name,age\nh1,old\n", PERSONAS, greedy))
        .hasMessageContaining("column \"id\" is missing");
    assertThatThrownBy(() -> run("id,size\nh1,old\n", PERSONAS, greedy))
        .hasMessageContaining("share no trait");
    assertThatThrownBy(() -> run(HUMANS, PERSONAS.replace("30,10", "-30,10"), greedy))
        .hasMessageContaining("Persona \"p1\" has mass -30.0");
  }

  private MatchSummary run(String humans, String personas, Specification specification)
      throws IOException {
    Path people = Files.writeString(folder.resolve("humans.csv"), humans);
    Path pool = Files.writeString(folder.resolve("personas.csv"), personas);
    return MatchFiles.with(InstantSource.system())
        .run(MatchFilesRequest.of(people, pool, folder.resolve("out"), specification));
  }
}
