package dev.voxpop.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.junit.jupiter.api.Test;

class ParquetRowsTest {

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("name"), Column.whole("count"), Column.number("share"), Column.truth("yes"));

  @Test
  void rows_ofEveryKind_areReadBackWithTheirTypes() throws IOException {
    byte[] file = file(1);

    assertThat(rows(file))
        .containsExactly(
            "Row 1: [=1+1 \"é\ud83d\ude00\n, 9007199254740993, 0.1, true]",
            "Row 2: [, , , ]",
            "Row 3: [, -9223372036854775808, 4.9E-324, false]",
            "Row 4: [x, 0, , ]",
            "Row 5: [x, 0, 0, ]");
    try (var reader = ParquetFileReader.open(new HeldBytes(file))) {
      assertThat(reader.getFileMetaData().getSchema().toString())
          .contains("optional binary name (STRING);", "optional int64 count;")
          .contains("optional double share;", "optional boolean yes;");
    }
  }

  @Test
  void rows_written_haveNoSignOfTimePlaceOrMachine() throws IOException {
    byte[] file = file(3);

    assertThat(file).isEqualTo(file(3));
    assertThat(number(-0.0)).isEqualTo(number(0.0)).isNotEqualTo(number(1.0));
    try (var reader = ParquetFileReader.open(new HeldBytes(file))) {
      assertThat(reader.getFileMetaData().getKeyValueMetaData())
          .hasSize(1)
          .containsEntry("writer.model.name", "voxpop");
      assertThat(reader.getFileMetaData().getCreatedBy()).startsWith("parquet-mr version ");
    }
  }

  @Test
  void rows_beyondAGroup_areWrittenBeforeTheFileEnds() throws IOException {
    var target = new ByteArrayOutputStream();
    int early;
    try (ParquetRows rows = ParquetRows.to(target, List.of(Column.whole("n")))) {
      for (int n = 0; n < 120_000; n++) {
        rows.add(n);
      }
      early = target.size();
    }

    assertThat(early).isGreaterThan(100_000);
    try (var reader = ParquetFileReader.open(new HeldBytes(target.toByteArray()))) {
      assertThat(reader.getFooter().getBlocks())
          .extracting(BlockMetaData::getRowCount)
          .containsExactly(50_000L, 50_000L, 20_000L);
    }
    assertThat(rows(target.toByteArray())).hasSize(120_000).endsWith("Row 120000: [119999]");
  }

  @Test
  void rows_ofLongTexts_areWrittenInGroupsOfBytes() throws IOException {
    var target = new ByteArrayOutputStream();
    try (ParquetRows rows = ParquetRows.to(target, List.of(Column.text("raw")))) {
      for (int n = 0; n < 1_000; n++) {
        rows.add(n + "x".repeat(50_000));
      }
    }

    try (var reader = ParquetFileReader.open(new HeldBytes(target.toByteArray()))) {
      assertThat(reader.getFooter().getBlocks()).hasSizeBetween(3, 10);
    }
  }

  @Test
  void rows_none_isATableWithColumns() throws IOException {
    byte[] file = file(0);

    assertThat(rows(file)).isEmpty();
    assertThat(TableFile.<List<String>>readParquet(file, FlatTable::columns))
        .containsExactly("name", "count", "share", "yes");
  }

  @Test
  void row_thatDoesNotFit_isRefusedWithItsColumn() throws IOException {
    try (ParquetRows rows = ParquetRows.to(OutputStream.nullOutputStream(), COLUMNS)) {
      assertThatThrownBy(() -> rows.add("x", 1))
          .hasMessageContaining("Row 1 has 2 values instead of 4")
          .hasMessageContaining("Maybe");
    }
    ParquetRows broken = ParquetRows.to(OutputStream.nullOutputStream(), COLUMNS);
    assertThatThrownBy(() -> broken.add("x", "y", 1, true))
        .hasMessageContaining("Column \"count\" of kind WHOLE cannot hold \"y\"");
    List<Column> twice = List.of(Column.text("a"), Column.whole("a"));
    assertThatThrownBy(() -> ParquetRows.to(OutputStream.nullOutputStream(), twice))
        .hasMessageContaining("Two columns are called \"a\"");
    assertThatThrownBy(() -> Column.text(" ")).hasMessageContaining("no name");
  }

  @Test
  void bytes_thatAreNoFile_areRefused() {
    assertThatThrownBy(() -> rows("PAR1 and no more".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("Maybe it was not written completely?");
  }

  private static byte[] number(double number) throws IOException {
    var target = new ByteArrayOutputStream();
    try (ParquetRows rows = ParquetRows.to(target, List.of(Column.number("n")))) {
      rows.add(number);
    }
    return target.toByteArray();
  }

  private static byte[] file(int times) throws IOException {
    var target = new ByteArrayOutputStream();
    try (ParquetRows rows = ParquetRows.to(target, COLUMNS)) {
      for (int i = 0; i < times; i++) {
        rows.add("=1+1 \"é\ud83d\ude00\n", 9007199254740993L, 0.1, true);
        rows.add(null, null, Double.NaN, null);
        rows.add("", Long.MIN_VALUE, Double.MIN_VALUE, false);
        rows.add("x", 0, Double.NEGATIVE_INFINITY, null);
        rows.add("x", 0, -0.0, null);
      }
    }
    return target.toByteArray();
  }

  private static List<String> rows(byte[] file) throws IOException {
    return TableFile.readParquet(
        file,
        table -> {
          List<String> rows = new ArrayList<>();
          table.forEach((at, cells) -> rows.add(at + ": " + cells));
          return rows;
        });
  }
}
