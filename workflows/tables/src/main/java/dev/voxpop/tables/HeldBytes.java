package dev.voxpop.tables;

import java.io.ByteArrayInputStream;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** Bytes in memory as the library's file. */
final class HeldBytes implements InputFile {

  private final byte[] bytes;

  HeldBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public long getLength() {
    return bytes.length;
  }

  @Override
  public SeekableInputStream newStream() {
    return new Seeking(new Cursor(bytes));
  }

  @Override
  public String toString() {
    return "this";
  }

  /** A stream that can be set to any place. */
  private static final class Cursor extends ByteArrayInputStream {

    Cursor(byte[] bytes) {
      super(bytes);
    }

    int place() {
      return pos;
    }

    void place(long place) {
      pos = Math.toIntExact(place);
    }
  }

  private static final class Seeking extends DelegatingSeekableInputStream {

    private final Cursor cursor;

    Seeking(Cursor cursor) {
      super(cursor);
      this.cursor = cursor;
    }

    @Override
    public long getPos() {
      return cursor.place();
    }

    @Override
    public void seek(long place) {
      cursor.place(place);
    }
  }
}
