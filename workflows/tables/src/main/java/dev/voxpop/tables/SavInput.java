package dev.voxpop.tables;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes of an SPSS file from front to back, as numbers in its own byte order. */
final class SavInput {

  private static final int WORD = 4;
  private static final int ELEMENT = 8;
  // No text or record of a dictionary is longer; a larger length is a broken one.
  private static final int LONGEST = 1 << 28;

  private final InputStream in;
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

  SavInput(InputStream in) {
    this.in = in;
  }

  void order(ByteOrder other) {
    order = other;
  }

  byte[] bytes(long length) throws IOException {
    if (length < 0 || length > LONGEST) {
      throw new EOFException("a length of " + length);
    }
    byte[] bytes = in.readNBytes((int) length);
    if (bytes.length < length) {
      throw new EOFException("its end is missing");
    }
    return bytes;
  }

  int integer() throws IOException {
    return buffer(bytes(WORD)).getInt();
  }

  double number() throws IOException {
    return buffer(bytes(ELEMENT)).getDouble();
  }

  /** Bytes as numbers in the order of the file. */
  ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(order);
  }

  /** The next eight bytes; false at the end of the file. */
  boolean element(byte[] target, int from) throws IOException {
    int read = in.readNBytes(target, from, ELEMENT);
    if (read != 0 && read != ELEMENT) {
      throw new EOFException("its end is missing");
    }
    return read == ELEMENT;
  }
}
