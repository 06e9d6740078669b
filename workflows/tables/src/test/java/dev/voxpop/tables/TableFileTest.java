package dev.voxpop.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parquet files were written by pyarrow 26.0.1, {@code pyarrow.parquet.write_table}. */
class TableFileTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"none", "snappy", "gzip", "zstd", "lz4"})
  void parquet_ofEveryCompression_hasTextsLikeATable(String compression) throws IOException {
    Path file = resource("kinds-" + compression + ".parquet");
    assertThat(TableFile.<List<String>>read(file, FlatTable::columns))
        .containsExactly("id", "age", "code", "gaps", "weight", "small", "asked", "share", "yes");
    assertThat(rows(file))
        .containsExactly(
            "Row 1: [h1, 18–29, 1, 1, 0.5, 1, 2024-11-05, 0.25, true]",
            "Row 2: [h2, , , , 1, 2, 2024-11-05, 0.25, false]",
            "Row 3: [h3, 65+, 3, 2.5, , 3, 2024-11-05, 0.25, ]");
  }

  @Test
  void parquet_ofSeveralRowGroups_isReadToItsEnd() throws IOException {
    List<String> rows = rows(resource("groups.parquet"));
    assertThat(rows).hasSize(200).startsWith("Row 1: [h0, 0]").endsWith("Row 200: [h199, 199]");
  }

  @Test
  void parquet_withoutRows_hasColumnsOnly() throws IOException {
    assertThat(rows(resource("empty.parquet"))).isEmpty();
  }

  @Test
  void parquet_thatIsNoFlatTable_isRefusedByName() {
    assertThatThrownBy(() -> rows(resource("nested.parquet")))
        .hasMessageContaining("nested.parquet")
        .hasMessageContaining("Column \"list\"")
        .hasMessageContaining("Maybe");
    assertThatThrownBy(() -> rows(resource("broken.parquet")))
        .hasMessageContaining("broken.parquet")
        .hasMessageContaining("Maybe it was not written completely?");
    assertThatThrownBy(() -> rows(resource("kinds-brotli.parquet")))
        .hasMessageContaining("kinds-brotli.parquet")
        .hasMessageContaining("BROTLI");
  }

  @Test
  void text_ofEverySeparator_isReadTheSame() throws IOException {
    List<String> expected = List.of("Line 2: [h1, a b]", "Line 4: [h2, ]");
    assertThat(rows(text("id,age\nh1,a b\n\nh2,\n"))).isEqualTo(expected);
    assertThat(rows(text("\uFEFFid;age\r\nh1;\"a b\"\r\n\r\nh2;\r\n"))).isEqualTo(expected);
    assertThat(rows(text("id\tage\nh1\ta b\n\nh2\t"))).isEqualTo(expected);
  }

  @Test
  void text_thatIsBroken_isRefusedWithFileAndLine() throws IOException {
    assertThatThrownBy(() -> rows(text("id,age\nh1\n")))
        .hasMessageContaining("table")
        .hasMessageContaining("Line 2: 1 cells instead of 2");
    assertThatThrownBy(() -> rows(text(""))).hasMessageContaining("the table is empty");
    Path latin = folder.resolve("latin");
    Files.write(latin, "id,age\nh1,größer\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> rows(latin)).hasMessageContaining("is not in UTF-8");
    assertThatThrownBy(() -> rows(folder.resolve("nowhere")))
        .hasMessageContaining("There is no file");
    assertThatThrownBy(() -> rows(folder)).hasMessageContaining("is a folder");
  }

  private static List<String> rows(Path file) throws IOException {
    return TableFile.read(
        file,
        table -> {
          List<String> rows = new ArrayList<>();
          table.forEach((at, cells) -> rows.add(at + ": " + cells));
          return rows;
        });
  }

  private Path text(String content) throws IOException {
    return Files.writeString(folder.resolve("table"), content);
  }

  private static Path resource(String name) {
    URL url = Objects.requireNonNull(TableFileTest.class.getResource("/tables/" + name));
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
