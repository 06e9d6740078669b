package dev.voxpop.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.standalone.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Commands that work on files, as a researcher types them. */
class FileCommandsTest {

  @TempDir private Path folder = Path.of("");
  private final StringWriter errors = new StringWriter();

  @BeforeEach
  void files() throws IOException {
    write("humans.csv", "id,w,sex,a\np,1,f,1\nq,3,m,2\nr,2,f,3\n");
    write("responses.csv", "persona,story,who,a\nk1,s1,p,1\nk2,s1,q,3\nk3,s2,r,3\n");
    write("personas.csv", "id,sex=f,sex=m\nk1,1,0\nk2,1,0\nk3,0,1\n");
    write("margins.csv", "trait,label,share\nsex,f,0.5\nsex,m,0.5\n");
  }

  @Test
  void rakedWeights_ofOneCommand_areReadByTheOther() throws IOException {
    assertThat(
            run("rake", "--personas", "personas.csv", "--margins", "margins.csv", "--out", "raked"))
        .isEqualTo(ExitCode.DONE);
    assertThat(analyze("--persona", "persona", "--raked", "raked/weights.csv"))
        .isEqualTo(ExitCode.DONE);

    assertThat(read("out/report.md")).contains("raked: weights.csv by column persona");
    assertThat(read("out/metrics.json"))
        .contains("\"weighting\": \"raked\"")
        .contains("\"persona\": [0.25,0,0.75]");
  }

  @Test
  void choices_ofTheCommandLine_reachTheReport() throws IOException {
    assertThat(
            analyze(
                "--intervals",
                "bca",
                "--adjust",
                "benjamini-hochberg",
                "--size-matched",
                "--weighted-alpha",
                "--persona-weights",
                "per-story",
                "--cluster",
                "story"))
        .isEqualTo(ExitCode.DONE);

    assertThat(read("out/metrics.json"))
        .contains("\"adjustment\": \"benjamini-hochberg\"")
        .contains("\"alpha\": \"with-weighted\"")
        .contains("\"bound\": \"size-matched\"")
        .contains("\"intervals\": \"bca\"")
        .contains("\"weighting\": \"per-story\"");
  }

  @Test
  void choices_misspeltOrAlone_areRefusedWithAdvice() {
    assertThat(analyze("--adjust", "bonferroni")).isEqualTo(ExitCode.USAGE);
    assertThat(analyze("--intervals", "exact")).isEqualTo(ExitCode.USAGE);
    assertThat(analyze("--persona-weights", "story")).isEqualTo(ExitCode.USAGE);
    assertThat(analyze("--raked", "weights.csv")).isEqualTo(ExitCode.USAGE);
    assertThat(analyze("--raked", "w.csv", "--persona", "p", "--persona-weights", "per-story"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(analyze("--persona-weights", "human")).isEqualTo(ExitCode.INVALID);

    assertThat(errors.toString())
        .contains("Maybe use one of [benjamini-hochberg, holm]")
        .contains("Maybe use one of [bca, percentile]")
        .contains("Maybe use one of [human, none, per-story]")
        .contains("Maybe add --persona COL")
        .contains("Maybe leave out --raked")
        .contains("Maybe add --id and --respondent");
  }

  @Test
  void audit_designThenReport_worksOnFiles() throws IOException {
    assertThat(
            run(
                "audit",
                "design",
                "--factor",
                "tone=warm,cold",
                "--table",
                "responses.csv",
                "--out",
                "design"))
        .isEqualTo(ExitCode.DONE);
    assertThat(
            run(
                "audit",
                "report",
                "--design",
                folder.resolve("design").toString(),
                "--responses",
                "responses.csv",
                "--items",
                "a:3",
                "--out",
                "out"))
        .isEqualTo(ExitCode.DONE);
    assertThat(read("out/audit.csv")).startsWith("\"question\",\"factor\"").contains("tone");
    assertThat(analyze("--factor", "story")).isEqualTo(ExitCode.DONE);
    assertThat(read("out/report.md")).contains("Ways of asking that responses varied");

    assertThat(run("audit", "design", "--factor", "tone=a,b", "--out", "design"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(
            run("audit", "report", "--responses", "responses.csv", "--items", "a:3", "--out", "o"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(errors.toString())
        .contains("Maybe give --personas N or --table FILE")
        .contains("Maybe give --design FILE, or --factor COLS");
  }

  private int analyze(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("analyze", "--humans", "humans.csv", "--responses", "responses.csv"));
    words.addAll(List.of("--items", "a:3", "--out", "out", "--splits", "4", "--bootstrap", "4"));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  /** Runs a command whose files are in the folder. */
  private int run(String... words) {
    CommandLine line = VoxpopCommand.line();
    line.setErr(new PrintWriter(errors));
    String[] placed = words.clone();
    for (int i = 0; i < placed.length; i++) {
      boolean file = placed[i].endsWith(".csv") || (i > 0 && placed[i - 1].equals("--out"));
      placed[i] = file ? folder.resolve(placed[i]).toString() : placed[i];
    }
    return line.execute(placed);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }
}
