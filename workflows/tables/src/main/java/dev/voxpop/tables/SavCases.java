package dev.voxpop.tables;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/**
 * The cases of an SPSS file, one after the other, each as eight bytes an element.
 *
 * <p>With codes, eight bytes say what the next eight elements are: a small whole number, blanks, a
 * missing number, or eight bytes that follow.
 */
final class SavCases {

  private static final int ELEMENT = 8;
  private static final int NOTHING = 0;
  private static final int END = 252;
  private static final int FOLLOWS = 253;
  private static final int BLANKS = 254;
  private static final int MISSING = 255;

  private final SavInput in;
  private final SavDictionary dictionary;
  private final byte[] codes = new byte[ELEMENT];
  private int next = ELEMENT;

  SavCases(SavInput in, SavDictionary dictionary) {
    this.in = in;
    this.dictionary = dictionary;
  }

  /** Reads a case; false when there is none left. */
  boolean read(byte[] target) throws IOException {
    for (int element = 0; element < dictionary.elements(); element++) {
      if (!element(target, element * ELEMENT)) {
        if (element > 0) {
          throw new EOFException("its last row is not complete");
        }
        return false;
      }
    }
    return dictionary.elements() > 0;
  }

  private boolean element(byte[] target, int from) throws IOException {
    return dictionary.compression() == 0 ? in.element(target, from) : coded(target, from);
  }

  private boolean coded(byte[] target, int from) throws IOException {
    int code = code();
    switch (code) {
      case END -> {
        return false;
      }
      case FOLLOWS -> {
        if (!in.element(target, from)) {
          throw new EOFException("its end is missing");
        }
      }
      case BLANKS -> Arrays.fill(target, from, from + ELEMENT, (byte) ' ');
      case MISSING -> in.buffer(target).putDouble(from, dictionary.missing());
      default -> in.buffer(target).putDouble(from, code - dictionary.bias());
    }
    return true;
  }

  /** The next code that stands for an element, or that of the end. */
  private int code() throws IOException {
    int code;
    do {
      if (next == ELEMENT) {
        if (!in.element(codes, 0)) {
          return END;
        }
        next = 0;
      }
      code = codes[next++] & 0xFF;
    } while (code == NOTHING);
    return code;
  }
}
