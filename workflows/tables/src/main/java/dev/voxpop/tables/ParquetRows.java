package dev.voxpop.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file of typed columns while it is written: equal rows give equal bytes.
 *
 * <p>A cell without value is null, and so is a number that is not finite; a negative zero is
 * written as zero, as in texts. Rows are held for one group at a time, of {@value #GROUP_ROWS} rows
 * or some {@value #GROUP_BYTES} bytes, whichever is reached first. Repeated values are kept once by
 * a dictionary; there is no further compression, since its bytes would depend on the machine's
 * libraries.
 */
public final class ParquetRows implements AutoCloseable {

  private static final int GROUP_ROWS = 50_000;
  private static final long GROUP_BYTES = 16L << 20;

  private final ParquetWriter<@Nullable Object[]> writer;
  private final int width;
  private long rows;

  private ParquetRows(ParquetWriter<@Nullable Object[]> writer, int width) {
    this.writer = writer;
    this.width = width;
  }

  /** Begins a file; the target stays open when it is closed. */
  public static ParquetRows to(OutputStream target, List<Column> columns) throws IOException {
    List<Column> own = List.copyOf(columns);
    return new ParquetRows(new Builder(new Streamed(target), own).build(), own.size());
  }

  /**
   * Adds a row.
   *
   * @param values as many as columns: a text for a text, a {@link Number} for a number, a {@link
   *     Boolean} for a truth value, or null
   */
  public void add(@Nullable Object... values) throws IOException {
    if (values.length != width) {
      throw new IllegalArgumentException(
          "Row %d has %d values instead of %d.\nMaybe a column was added without its value?"
              .formatted(rows + 1, values.length, width));
    }
    writer.write(values);
    rows++;
  }

  /** Writes what is left and the description of the file. */
  @Override
  public void close() throws IOException {
    writer.close();
  }

  /** The library's own assembly of a file, without anything of Hadoop. */
  private static final class Builder extends ParquetWriter.Builder<@Nullable Object[], Builder> {

    private final List<Column> columns;

    Builder(OutputFile file, List<Column> columns) {
      super(file);
      this.columns = columns;
      var _ =
          withConf(new PlainParquetConfiguration())
              .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
              .withRowGroupRowCountLimit(GROUP_ROWS)
              .withRowGroupSize(GROUP_BYTES);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // the library declares it abstract and calls the next one
    protected WriteSupport<@Nullable Object[]> getWriteSupport(Configuration configuration) {
      return new RowCells(columns);
    }

    @Override
    protected WriteSupport<@Nullable Object[]> getWriteSupport(ParquetConfiguration settings) {
      return new RowCells(columns);
    }
  }

  /** Hands the cells of a row to the library. */
  private static final class RowCells extends WriteSupport<@Nullable Object[]> {

    private final List<Column> columns;
    private @Nullable RecordConsumer target;

    RowCells(List<Column> columns) {
      this.columns = columns;
    }

    @Override
    public String getName() {
      return "voxpop";
    }

    @Override
    @SuppressWarnings("deprecation") // the library declares it abstract and calls the next one
    public WriteContext init(Configuration configuration) {
      return new WriteContext(schema(columns), Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration settings) {
      return new WriteContext(schema(columns), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      target = consumer;
    }

    @Override
    public void write(@Nullable Object[] values) {
      RecordConsumer row = target;
      if (row == null) {
        throw new IllegalStateException("The file is not open.");
      }
      row.startMessage();
      for (int i = 0; i < values.length; i++) {
        Object value = values[i];
        if (value != null && !(value instanceof Double number && !Double.isFinite(number))) {
          row.startField(columns.get(i).name(), i);
          cell(row, columns.get(i), value);
          row.endField(columns.get(i).name(), i);
        }
      }
      row.endMessage();
    }

    private static void cell(RecordConsumer row, Column column, Object value) {
      try {
        switch (column.kind()) {
          case TEXT ->
              row.addBinary(
                  Binary.fromConstantByteArray(value.toString().getBytes(StandardCharsets.UTF_8)));
          case WHOLE -> row.addLong(((Number) value).longValue());
          case NUMBER -> row.addDouble(((Number) value).doubleValue() + 0.0);
          case TRUTH -> row.addBoolean((Boolean) value);
        }
      } catch (ClassCastException e) {
        throw new IllegalArgumentException(
            "Column \"%s\" of kind %s cannot hold \"%s\".\nMaybe the values are in another order?"
                .formatted(column.name(), column.kind(), value),
            e);
      }
    }
  }

  private static MessageType schema(List<Column> columns) {
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException(
            "Two columns are called \"%s\".\nMaybe set a word before one of them?"
                .formatted(column.name()));
      }
    }
    return new MessageType("rows", columns.stream().map(ParquetRows::type).toList());
  }

  private static Type type(Column column) {
    return switch (column.kind()) {
      case TEXT ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.name());
      case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
      case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
      case TRUTH -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
    };
  }
}
