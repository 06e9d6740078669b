package dev.voxpop.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file of flat columns, with any of the usual encodings and compressions.
 *
 * <p>Dates, times and decimals are written as their logical types say. A column that holds lists or
 * structures is refused.
 */
final class ParquetTable implements FlatTable, AutoCloseable {

  private final ParquetFileReader reader;
  private final MessageType schema;
  private final List<String> columns;

  private ParquetTable(ParquetFileReader reader) {
    this.reader = reader;
    this.schema = reader.getFileMetaData().getSchema();
    this.columns = schema.getFields().stream().map(type -> type.getName().trim()).toList();
  }

  /** Returns the table of a file, of which only the description is read yet. */
  static ParquetTable of(Path file) throws IOException {
    return of(new LocalInputFile(file));
  }

  /** Returns the table in bytes. */
  static ParquetTable of(byte[] bytes) throws IOException {
    return of(new HeldBytes(bytes));
  }

  private static ParquetTable of(InputFile file) throws IOException {
    try {
      var codecs = new GzipCodecs(ParquetReadOptions.builder().build().getCodecFactory());
      ParquetReadOptions options = ParquetReadOptions.builder().withCodecFactory(codecs).build();
      return new ParquetTable(ParquetFileReader.open(file, options));
    } catch (RuntimeException e) {
      throw broken("The Parquet file", e);
    }
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public void forEach(RowVisitor visitor) throws IOException {
    schema.getFields().forEach(ParquetTable::requireFlat);
    var columnReader = new ColumnIOFactory().getColumnIO(schema);
    long number = 0;
    for (PageReadStore pages = next(number); pages != null; pages = next(number)) {
      RecordReader<Group> rows =
          columnReader.getRecordReader(pages, new GroupRecordConverter(schema));
      for (long left = pages.getRowCount(); left > 0; left--) {
        Place at = Place.row(++number);
        visitor.row(at, cells(rows, at));
      }
    }
  }

  private static void requireFlat(Type type) {
    if (!type.isPrimitive() || type.isRepetition(Type.Repetition.REPEATED)) {
      throw new IllegalArgumentException(
          "Column \"%s\" holds lists or structures.\nMaybe write one column per part?"
              .formatted(type.getName()));
    }
  }

  private @Nullable PageReadStore next(long number) throws IOException {
    try {
      return reader.readNextRowGroup();
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (RuntimeException e) {
      throw broken("After " + Place.row(number) + " the Parquet file", e);
    }
  }

  private List<String> cells(RecordReader<Group> rows, Place at) {
    try {
      Group row = rows.read();
      List<String> cells = new ArrayList<>(columns.size());
      for (int column = 0; column < columns.size(); column++) {
        cells.add(
            row.getFieldRepetitionCount(column) == 0
                ? ""
                : text(row, column, schema.getType(column).asPrimitiveType()));
      }
      return cells;
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (RuntimeException e) {
      throw broken(at + ": the Parquet file", e);
    }
  }

  private static IllegalArgumentException broken(String what, RuntimeException cause) {
    return new IllegalArgumentException(
        "%s cannot be read: %s.\nMaybe it was not written completely?"
            .formatted(what, cause.getMessage()),
        cause);
  }

  private static String text(Group row, int column, PrimitiveType type) {
    return switch (type.getPrimitiveTypeName()) {
      case INT32 -> type.stringifier().stringify(row.getInteger(column, 0));
      case INT64 -> type.stringifier().stringify(row.getLong(column, 0));
      case BOOLEAN -> Boolean.toString(row.getBoolean(column, 0));
      case FLOAT -> Cells.number(row.getFloat(column, 0), Float.toString(row.getFloat(column, 0)));
      case DOUBLE ->
          Cells.number(row.getDouble(column, 0), Double.toString(row.getDouble(column, 0)));
      case BINARY ->
          type.getLogicalTypeAnnotation() == null
              ? row.getString(column, 0)
              : type.stringifier().stringify(row.getBinary(column, 0));
      case FIXED_LEN_BYTE_ARRAY -> type.stringifier().stringify(row.getBinary(column, 0));
      case INT96 -> type.stringifier().stringify(row.getInt96(column, 0));
    };
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
