package dev.voxpop.tables;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an SPSS file says before its cases: variables, their places in a case, long names, encoding.
 *
 * <p>Labels and documents are passed over. A text of more than 255 bytes is kept by the format in
 * several variables, which are one here.
 */
final class SavDictionary {

  private static final int VARIABLE = 2;
  private static final int VALUE_LABELS = 3;
  private static final int LABELLED_VARIABLES = 4;
  private static final int DOCUMENT = 6;
  private static final int EXTENSION = 7;
  private static final int END = 999;

  private static final int INTEGERS = 3;
  private static final int FLOATS = 4;
  private static final int LONG_NAMES = 13;
  private static final int LONG_TEXTS = 14;
  private static final int ENCODING = 20;

  private static final int ELEMENT = 8;
  private static final int DOCUMENT_LINE = 80;
  private static final int CHARACTER_CODE = 7 * 4;
  // Bytes of a long text that each but the last of its variables adds, and by which they count.
  private static final int SEGMENT = 255;
  private static final int COUNTED = 252;

  private final SavInput in;
  private final List<Stored> stored = new ArrayList<>();
  private final Map<String, String> longNames = new HashMap<>();
  private final Map<String, Integer> longTexts = new HashMap<>();
  private int elements;
  private Charset charset = Charset.forName("windows-1252");
  private double missing = -Double.MAX_VALUE;
  private int compression;
  private double bias;
  private long cases;

  private SavDictionary(SavInput in) {
    this.in = in;
  }

  /** A variable as it is stored; its name has eight bytes at most. */
  private record Stored(String name, int width, int element) {}

  /** A stretch of a case, in bytes. */
  record Stretch(int from, int length) {}

  /**
   * A variable.
   *
   * @param name the long one if there is one
   * @param width bytes of a text; 0 for a number
   * @param stretches where its value is in a case
   */
  record Variable(String name, int width, List<Stretch> stretches) {

    Variable {
      stretches = List.copyOf(stretches);
    }
  }

  /** Reads everything up to the first case. */
  static SavDictionary read(SavInput in) throws IOException {
    SavDictionary dictionary = new SavDictionary(in);
    dictionary.header();
    for (int record = in.integer(); record != END; record = in.integer()) {
      dictionary.record(record);
    }
    var _ = in.integer();
    return dictionary;
  }

  private void header() throws IOException {
    var _ = in.bytes(4 + 60);
    ByteBuffer layout = ByteBuffer.wrap(in.bytes(4)).order(ByteOrder.LITTLE_ENDIAN);
    int code = layout.getInt();
    in.order(code >= 1 && code <= 3 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    var _ = in.integer();
    compression = in.integer();
    var _ = in.integer();
    cases = in.integer();
    bias = in.number();
    var _ = in.bytes(9 + 8 + 64 + 3);
  }

  private void record(int kind) throws IOException {
    switch (kind) {
      case VARIABLE -> variable();
      case VALUE_LABELS -> valueLabels();
      case LABELLED_VARIABLES -> {
        var _ = in.bytes(4L * in.integer());
      }
      case DOCUMENT -> {
        var _ = in.bytes((long) DOCUMENT_LINE * in.integer());
      }
      case EXTENSION -> extension();
      default -> throw new EOFException("there is no record of kind " + kind);
    }
  }

  private void variable() throws IOException {
    int width = in.integer();
    int label = in.integer();
    int missingValues = in.integer();
    var _ = in.bytes(8);
    String name = new String(in.bytes(8), StandardCharsets.ISO_8859_1).strip();
    if (label == 1) {
      var _ = in.bytes(padded(in.integer(), 4));
    }
    var _ = in.bytes((long) ELEMENT * Math.abs(missingValues));
    if (width >= 0) {
      stored.add(new Stored(name, width, elements));
    }
    elements++;
  }

  private void valueLabels() throws IOException {
    for (int left = in.integer(); left > 0; left--) {
      var _ = in.bytes(ELEMENT);
      int length = in.bytes(1)[0] & 0xFF;
      var _ = in.bytes(padded(length + 1, ELEMENT) - 1);
    }
  }

  private void extension() throws IOException {
    int kind = in.integer();
    byte[] content = in.bytes((long) in.integer() * in.integer());
    switch (kind) {
      case INTEGERS -> charset = byNumber(in.buffer(content).getInt(CHARACTER_CODE));
      case FLOATS -> missing = in.buffer(content).getDouble(0);
      case LONG_NAMES -> pairs(content).forEach(longNames::put);
      case LONG_TEXTS ->
          pairs(content).forEach((name, bytes) -> longTexts.put(name, Integer.parseInt(bytes)));
      case ENCODING -> charset = charset(new String(content, StandardCharsets.US_ASCII).strip());
      default -> {
        // Roles, measurement levels and attributes change no value.
      }
    }
  }

  /** Pairs such as {@code SHORT=long}, with tabs between them. */
  private static Map<String, String> pairs(byte[] content) {
    Map<String, String> pairs = new HashMap<>();
    for (String pair : new String(content, StandardCharsets.ISO_8859_1).split("\t", -1)) {
      int sign = pair.indexOf('=');
      if (sign > 0) {
        pairs.put(pair.substring(0, sign).strip(), pair.substring(sign + 1).replace("\0", ""));
      }
    }
    return pairs;
  }

  private static long padded(int length, int unit) {
    return (length + unit - 1L) / unit * unit;
  }

  private Charset byNumber(int code) {
    return switch (code) {
      case 2, 3 -> charset;
      case 65001 -> StandardCharsets.UTF_8;
      case 28591 -> StandardCharsets.ISO_8859_1;
      default -> Charset.isSupported("windows-" + code) ? charset("windows-" + code) : charset;
    };
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
      throw new IllegalArgumentException(
          "The encoding %s is unknown here.\nMaybe save the file in UTF-8?".formatted(name), e);
    }
  }

  /** The variables, in order. */
  List<Variable> variables() {
    List<Variable> variables = new ArrayList<>();
    for (int i = 0; i < stored.size(); i++) {
      Stored first = stored.get(i);
      int width = longTexts.getOrDefault(first.name(), first.width());
      int parts = width > SEGMENT ? (width + COUNTED - 1) / COUNTED : 1;
      variables.add(new Variable(name(first), width, stretches(i, parts, width)));
      i += parts - 1;
    }
    return variables;
  }

  private String name(Stored variable) {
    String name = longNames.getOrDefault(variable.name(), variable.name());
    return new String(name.getBytes(StandardCharsets.ISO_8859_1), charset).strip();
  }

  private List<Stretch> stretches(int first, int parts, int width) {
    if (first + parts > stored.size()) {
      throw new IllegalArgumentException(
          "The text %s lacks some of its parts.\nMaybe the file was not written completely?"
              .formatted(stored.get(first).name().toUpperCase(Locale.ROOT)));
    }
    List<Stretch> stretches = new ArrayList<>();
    int left = width;
    for (Stored part : stored.subList(first, first + parts)) {
      int length = width == 0 ? ELEMENT : Math.min(left, Math.min(SEGMENT, part.width()));
      stretches.add(new Stretch(part.element() * ELEMENT, length));
      left -= length;
    }
    return stretches;
  }

  /** Elements of eight bytes that a case has. */
  int elements() {
    return elements;
  }

  Charset charset() {
    return charset;
  }

  /** The number that stands for a missing one. */
  double missing() {
    return missing;
  }

  /** How cases are stored: 0 as they are, 1 by codes. */
  int compression() {
    return compression;
  }

  /** What is taken from a code to have its number. */
  double bias() {
    return bias;
  }

  /** Number of cases; negative when the file does not say. */
  long cases() {
    return cases;
  }
}
