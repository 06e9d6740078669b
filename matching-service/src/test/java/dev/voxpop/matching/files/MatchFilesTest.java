package dev.voxpop.matching.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.hosting.Json;
import dev.voxpop.matching.assignment.Method;
import dev.voxpop.matching.assignment.Specification;
import dev.voxpop.matching.trait.TraitFilter;
import dev.voxpop.tables.TableFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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
  void match_asParquet_writesTheSamePairsWithNumbersAndGaps() throws IOException {
    run(HUMANS, PERSONAS, Specification.of(Method.MAXIMUM_WEIGHT, 1));
    MatchFilesRequest request =
        MatchFilesRequest.of(
                folder.resolve("humans.csv"),
                folder.resolve("personas.csv"),
                folder.resolve("typed"),
                Specification.of(Method.MAXIMUM_WEIGHT, 1))
            .withFormat(MatchFilesRequest.PairFormat.PARQUET);
    MatchFiles.with(InstantSource.system()).run(request);

    List<List<String>> expected =
        rows(folder.resolve("out/pairs.csv")).stream()
            .map(row -> row.stream().map(MatchFilesTest::plain).toList())
            .toList();
    assertThat(rows(folder.resolve("typed/pairs.parquet"))).isEqualTo(expected);
    assertThat(folder.resolve("typed/pairs.csv")).doesNotExist();
  }

  private static List<List<String>> rows(Path file) throws IOException {
    return TableFile.read(
        file,
        table -> {
          List<List<String>> rows = new ArrayList<>(List.of(table.columns()));
          table.forEach((at, cells) -> rows.add(cells));
          return rows;
        });
  }

  /** A cell of CSV as a typed one is read: whole numbers without point, gaps empty. */
  private static String plain(String cell) {
    return cell.equals("missing") ? "" : cell.replaceFirst("^(\\d+)\\.0$", "$1");
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
        .hasMessageContaining("Line 2: column \"age=young\" has -30");
  }

  /** The files were written by pyarrow 26.0.1. */
  @Test
  void parquet_ofTheSameTables_givesTheSamePairs() throws IOException {
    Specification exact = Specification.of(Method.MAXIMUM_WEIGHT, 1);
    run(HUMANS, PERSONAS, exact);
    String fromText = Files.readString(folder.resolve("out/pairs.csv"));
    match(resource("humans.parquet"), resource("personas.parquet"), exact);
    assertThat(Files.readString(folder.resolve("out/pairs.csv"))).isEqualTo(fromText);
  }

  @Test
  void parquet_thatDoesNotFit_isRefusedWithFileRowAndColumn() throws IOException {
    Specification greedy = Specification.of(Method.GREEDY, 1);
    Path pool = resource("negative.parquet");
    assertThatThrownBy(() -> match(resource("humans.parquet"), pool, greedy))
        .hasMessageContaining("Trait \"gender\" has no columns");
    Path people = Files.writeString(folder.resolve("humans.csv"), "id,age\nh1,old\n");
    assertThatThrownBy(() -> match(people, pool, greedy))
        .hasMessageContaining("negative.parquet: Row 2: column \"age=old\" has -2");
  }

  @Test
  void filters_onBothSides_listWhomTheyKeepOut() throws IOException {
    MatchFilesRequest request =
        request(HUMANS, PERSONAS, Specification.of(Method.MAXIMUM_WEIGHT, 1))
            .withFilter(
                TraitFilter.of(
                    List.of(ConditionText.parse("age=old")),
                    List.of(ConditionText.parse("gender=m@0.9"))));
    MatchSummary summary = MatchFiles.with(InstantSource.system()).run(request);
    assertThat(summary.humans()).isEqualTo(1);
    assertThat(summary.excludedHumans()).isEqualTo(2);
    assertThat(summary.personas()).isEqualTo(1);
    assertThat(summary.excludedPersonas()).isEqualTo(2);
    assertThat(Files.readAllLines(folder.resolve("out/pairs.csv")))
        .element(1)
        .isEqualTo("h1,,excluded(filter),0.0,−∞,0,0.0,0.0,0,0,,,,,,");
    assertThat(Files.readAllLines(folder.resolve("out/pairs.csv")).get(2)).startsWith("h2,p2,");
    assertThatThrownBy(
            () ->
                MatchFiles.with(InstantSource.system())
                    .run(
                        request.withFilter(
                            TraitFilter.of(
                                List.of(ConditionText.parse("age=anciant")), List.of()))))
        .hasMessageContaining("no label \"anciant\"");
    assertThatThrownBy(() -> ConditionText.parse("age")).hasMessageContaining("Maybe write");
  }

  @Test
  void duals_ofAMaximumWeightMatch_proveItFromTheFilesAlone() throws IOException {
    MatchFiles.with(InstantSource.system())
        .run(
            request(HUMANS, PERSONAS, Specification.of(Method.MAXIMUM_WEIGHT, 1))
                .withProof(MatchFilesRequest.ProofFile.WRITE));
    Map<String, Double> duals =
        Files.readAllLines(folder.resolve("out/duals.csv")).stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .collect(Collectors.toMap(cells -> cells[1], cells -> Double.valueOf(cells[2])));
    double[][] weights = {{.75, 0, 0}, {.125, .5, .375}, {0, .5, .75}};
    double sum = duals.values().stream().mapToDouble(Double::doubleValue).sum();
    assertThat(sum).isCloseTo(2, within(1e-12));
    for (int human = 0; human < 3; human++) {
      for (int persona = 0; persona < 3; persona++) {
        double cover =
            duals.getOrDefault("h" + (human + 1), -9.0)
                + duals.getOrDefault("p" + (persona + 1), -9.0);
        assertThat(cover).isGreaterThanOrEqualTo(weights[human][persona] - 1e-15);
      }
    }
  }

  @Test
  void tables_withMarksQuotesAndOtherLineEnds_areReadTheSame() throws IOException {
    Specification best = Specification.of(Method.MAXIMUM_WEIGHT, 1);
    run(HUMANS, PERSONAS, best);
    String plain = Files.readString(folder.resolve("out/pairs.csv"));
    run(
        "\uFEFF" + HUMANS.replace("\n", "\r\n").replace("young", "\"young\""),
        "\uFEFF" + PERSONAS.replace("\n", "\r\n").replace("age=old", "\"age=old\""),
        best);
    assertThat(Files.readString(folder.resolve("out/pairs.csv"))).isEqualTo(plain);
  }

  @Test
  void files_thatAreBroken_areRefusedByName() throws IOException {
    Specification best = Specification.of(Method.GREEDY, 1);
    assertThatThrownBy(() -> run("", PERSONAS, best))
        .hasMessageContaining("humans.csv: Line 1: the table is empty");
    assertThatThrownBy(() -> run("id,age,gender\n", PERSONAS, best))
        .hasMessageContaining("humans.csv: There is no row below the header");
    assertThatThrownBy(() -> run(HUMANS, "id,age=young,age=old,gender=f,gender=m\n", best))
        .hasMessageContaining("personas.csv: There is no row below the header");
    assertThatThrownBy(() -> run(HUMANS + "h1,old,m\n", PERSONAS, best))
        .hasMessageContaining("human id \"h1\" occurs twice");
    assertThatThrownBy(() -> run(HUMANS, PERSONAS + "p1,1,1,1,1\n", best))
        .hasMessageContaining("persona id \"p1\" occurs twice");
    assertThatThrownBy(() -> run(HUMANS + ",old,m\n", PERSONAS, best))
        .hasMessageContaining("Line 5: the id is empty");
    assertThatThrownBy(() -> run("id,age,region\nh1,old,x\n", PERSONAS, best))
        .hasMessageContaining("Trait \"region\" has no columns \"region=…\"");
    assertThatThrownBy(() -> run(HUMANS, PERSONAS.replace("age=old", "age=young"), best))
        .hasMessageContaining("distinct labels");
    Path people = folder.resolve("latin.csv");
    Files.write(people, "id,age\nh1,f\u00fcnf\n".getBytes(StandardCharsets.ISO_8859_1));
    Path pool = Files.writeString(folder.resolve("personas.csv"), PERSONAS);
    assertThatThrownBy(() -> match(people, pool, best)).hasMessageContaining("is not in UTF-8");
    assertThatThrownBy(() -> match(folder.resolve("nothing.csv"), pool, best))
        .hasMessageContaining("There is no file");
  }

  private MatchSummary run(String humans, String personas, Specification specification)
      throws IOException {
    return MatchFiles.with(InstantSource.system()).run(request(humans, personas, specification));
  }

  private static Path resource(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(MatchFilesTest.class.getResource("/files/" + name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private MatchSummary match(Path people, Path pool, Specification specification)
      throws IOException {
    return MatchFiles.with(InstantSource.system())
        .run(MatchFilesRequest.of(people, pool, folder.resolve("out"), specification));
  }

  private MatchFilesRequest request(String humans, String personas, Specification specification)
      throws IOException {
    Path people = Files.writeString(folder.resolve("humans.csv"), humans);
    Path pool = Files.writeString(folder.resolve("personas.csv"), personas);
    return MatchFilesRequest.of(people, pool, folder.resolve("out"), specification);
  }
}
