package dev.voxpop.tables;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of SPSS ({@code .sav}), its cases stored as they are or by codes.
 *
 * <p>A missing number of the system is an empty cell; values that its author declared missing stay
 * as they are, and labels are left out. Dates are the numbers that SPSS keeps for them.
 */
final class SavTable implements FlatTable, AutoCloseable {

  /** The first bytes of a file that can be read. */
  static final String MARK = "$FL2";

  /** The first bytes of a file whose cases are compressed by zlib. */
  static final String ZLIB_MARK = "$FL3";

  private final InputStream stream;
  private final SavInput in;
  private final SavDictionary dictionary;
  private final List<SavDictionary.Variable> variables;

  private SavTable(InputStream stream, SavInput in, SavDictionary dictionary) {
    this.stream = stream;
    this.in = in;
    this.dictionary = dictionary;
    this.variables = dictionary.variables();
  }

  /** Returns the table of a file, of which only the dictionary is read yet. */
  static SavTable of(Path file) throws IOException {
    InputStream stream = new BufferedInputStream(Files.newInputStream(file));
    try {
      SavInput in = new SavInput(stream);
      SavDictionary dictionary = SavDictionary.read(in);
      if (dictionary.compression() != 0 && dictionary.compression() != 1) {
        throw new IllegalArgumentException(
            "The compression %d is unknown here.\nMaybe save the file as .sav without zlib?"
                .formatted(dictionary.compression()));
      }
      return new SavTable(stream, in, dictionary);
    } catch (EOFException | IndexOutOfBoundsException | NumberFormatException e) {
      stream.close();
      throw broken("The SPSS file", e);
    } catch (RuntimeException e) {
      stream.close();
      throw e;
    }
  }

  @Override
  public List<String> columns() {
    return variables.stream().map(SavDictionary.Variable::name).toList();
  }

  @Override
  public void forEach(RowVisitor visitor) throws IOException {
    SavCases cases = new SavCases(in, dictionary);
    byte[] row = new byte[dictionary.elements() * 8];
    long number = 0;
    while (read(cases, row, number)) {
      List<String> cells = new ArrayList<>(variables.size());
      for (SavDictionary.Variable variable : variables) {
        cells.add(variable.width() == 0 ? number(row, variable) : text(row, variable));
      }
      visitor.row(Place.row(++number), cells);
    }
    if (dictionary.cases() > number) {
      throw broken(
          "After " + Place.row(number) + " the SPSS file",
          new EOFException("it promises %d rows".formatted(dictionary.cases())));
    }
  }

  private static boolean read(SavCases cases, byte[] row, long number) throws IOException {
    try {
      return cases.read(row);
    } catch (EOFException e) {
      throw broken("After " + Place.row(number) + " the SPSS file", e);
    }
  }

  private String number(byte[] row, SavDictionary.Variable variable) {
    double number = in.buffer(row).getDouble(variable.stretches().getFirst().from());
    return number == dictionary.missing() ? "" : Cells.number(number, Double.toString(number));
  }

  private String text(byte[] row, SavDictionary.Variable variable) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (SavDictionary.Stretch stretch : variable.stretches()) {
      bytes.write(row, stretch.from(), stretch.length());
    }
    return bytes.toString(dictionary.charset()).stripTrailing();
  }

  private static IllegalArgumentException broken(String what, Exception cause) {
    return new IllegalArgumentException(
        "%s cannot be read: %s.\nMaybe it was not written completely?"
            .formatted(what, cause.getMessage()),
        cause);
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
