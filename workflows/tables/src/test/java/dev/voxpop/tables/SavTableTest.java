package dev.voxpop.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files {@code spss-plain}, {@code -coded} and {@code -zlib} were written by pyreadstat 1.3.7, with
 * labels, a declared missing value and a note; {@code spss-latin} by PSPP 1.6.2 in windows-1252.
 */
class SavTableTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"spss-plain.sav", "spss-coded.sav"})
  void spss_casesAsTheyAreOrCoded_haveLongNamesNumbersAndTexts(String name) throws IOException {
    List<List<String>> rows = rows(resource(name));

    assertThat(rows.getFirst())
        .containsExactly(
            "id",
            "a_very_long_name_of_a_survey_item_one",
            "a_very_long_name_of_a_survey_item_two",
            "weight",
            "words",
            "long",
            "longer",
            "last");
    assertThat(rows.subList(1, rows.size()))
        .containsExactly(
            List.of(
                "h1",
                "1",
                "-99",
                "0.1",
                "twelve bytes",
                "a".repeat(299) + "z",
                "q".repeat(700),
                "7"),
            List.of("h2", "2", "250", "1.0000000000000002", "", "b".repeat(255), "", "8"),
            List.of("größe 3", "", "152", "1.0E-300", "x", "", "é".repeat(300), "9"),
            List.of("", "120", "1000000", "", "  lead", "c".repeat(252) + "dé", "z", "99"));
  }

  @Test
  void spss_inAnOlderEncoding_isReadInIt() throws IOException {
    assertThat(rows(resource("spss-latin.sav")))
        .containsExactly(
            List.of("name", "code", "share"),
            List.of("größe", "1", "0.25"),
            List.of("x", "", "-3"),
            List.of("", "300", "1000000000"));
  }

  @Test
  void spss_ofTheOtherByteOrder_hasTheSameCells() throws IOException {
    byte[] plain = Files.readAllBytes(resource("spss-latin.sav"));
    Path turned = folder.resolve("turned.sav");
    Files.write(turned, otherByteOrder(plain));

    assertThat(rows(turned)).isEqualTo(rows(resource("spss-latin.sav")));
  }

  @Test
  void spss_thatIsCompressedOrCut_isRefusedByName() throws IOException {
    assertThatThrownBy(() -> rows(resource("spss-zlib.sav")))
        .hasMessageContaining("spss-zlib.sav")
        .hasMessageContaining("Maybe save it as .sav, not .zsav?");
    for (String name : List.of("spss-plain.sav", "spss-coded.sav", "spss-latin.sav")) {
      byte[] whole = Files.readAllBytes(resource(name));
      for (int length = 5; length < whole.length; length += 1 + whole.length / 97) {
        Path cut = folder.resolve("cut.sav");
        Files.write(cut, Arrays.copyOf(whole, length));
        assertThatThrownBy(() -> rows(cut))
            .as(name + " of " + length)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("cut.sav")
            .hasMessageContaining("Maybe it was not written completely?");
      }
    }
  }

  @Test
  void spss_withAnUnknownEncoding_isRefused() throws IOException {
    byte[] file = Files.readAllBytes(resource("spss-plain.sav"));
    int place = indexOf(file, "UTF-8");
    file[place + 4] = '9';
    Path odd = Files.write(folder.resolve("odd.sav"), file);

    assertThatThrownBy(() -> rows(odd))
        .hasMessageContaining("The encoding UTF-9 is unknown here")
        .hasMessageContaining("Maybe save the file in UTF-8?");
  }

  /** Turns round every number of a small file; what it knows of records is enough for that file. */
  private static byte[] otherByteOrder(byte[] file) {
    ByteBuffer from = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer to = ByteBuffer.wrap(file.clone()).order(ByteOrder.BIG_ENDIAN);
    ints(from, to, 64, 5);
    doubles(from, to, 84, 1);
    int at = 176;
    for (int kind = from.getInt(at); kind != 999; kind = from.getInt(at)) {
      ints(from, to, at, 1);
      at += 4;
      switch (kind) {
        case 2 -> at = variable(from, to, at);
        case 3 -> at = labels(from, to, at);
        case 4 -> {
          int count = from.getInt(at);
          ints(from, to, at, 1 + count);
          at += 4 + 4 * count;
        }
        case 7 -> at = extension(from, to, at);
        default -> throw new AssertionError("record " + kind);
      }
    }
    ints(from, to, at, 2);
    cases(from, to, at + 8);
    return to.array();
  }

  private static int variable(ByteBuffer from, ByteBuffer to, int at) {
    ints(from, to, at, 5);
    int end = at + 28;
    if (from.getInt(at + 4) == 1) {
      ints(from, to, end, 1);
      end += 4 + (from.getInt(end) + 3) / 4 * 4;
    }
    int missing = Math.abs(from.getInt(at + 8));
    doubles(from, to, end, missing);
    return end + 8 * missing;
  }

  private static int labels(ByteBuffer from, ByteBuffer to, int at) {
    ints(from, to, at, 1);
    int end = at + 4;
    for (int left = from.getInt(at); left > 0; left--) {
      doubles(from, to, end, 1);
      end += 8 + (from.get(end + 8) + 8) / 8 * 8;
    }
    return end;
  }

  private static int extension(ByteBuffer from, ByteBuffer to, int at) {
    ints(from, to, at, 3);
    int size = from.getInt(at + 4);
    int count = from.getInt(at + 8);
    if (size == 4) {
      ints(from, to, at + 12, count);
    } else if (size == 8) {
      doubles(from, to, at + 12, count);
    }
    return at + 12 + size * count;
  }

  /** Codes are bytes; only what follows them may be a number. */
  private static void cases(ByteBuffer from, ByteBuffer to, int at) {
    int code = 0;
    int element = 0;
    int data = at;
    while (data < from.limit()) {
      int codes = data;
      data += 8;
      for (code = 0; code < 8 && data <= from.limit(); code++) {
        int one = from.get(codes + code) & 0xFF;
        if (one == 253) {
          if (element % 4 > 1) {
            doubles(from, to, data, 1);
          }
          data += 8;
        }
        element += one == 0 || one == 252 ? 0 : 1;
      }
    }
  }

  private static void ints(ByteBuffer from, ByteBuffer to, int at, int count) {
    for (int i = 0; i < count; i++) {
      to.putInt(at + 4 * i, from.getInt(at + 4 * i));
    }
  }

  private static void doubles(ByteBuffer from, ByteBuffer to, int at, int count) {
    for (int i = 0; i < count; i++) {
      to.putLong(at + 8 * i, from.getLong(at + 8 * i));
    }
  }

  private static int indexOf(byte[] file, String text) {
    return new String(file, StandardCharsets.ISO_8859_1).indexOf(text);
  }

  private static List<List<String>> rows(Path file) throws IOException {
    return TableFile.read(
        file,
        table -> {
          List<List<String>> rows = new ArrayList<>(List.of(table.columns()));
          table.forEach((at, cells) -> rows.add(cells));
          return rows;
        });
  }

  private static Path resource(String name) {
    URL url = Objects.requireNonNull(SavTableTest.class.getResource("/tables/" + name));
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
