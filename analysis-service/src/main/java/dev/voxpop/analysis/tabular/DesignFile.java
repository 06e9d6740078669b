package dev.voxpop.analysis.tabular;

import dev.voxpop.analysis.audit.BalancedDesign;
import dev.voxpop.analysis.audit.Factor;
import dev.voxpop.contracts.identity.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The design of an audit as a table: one row a persona, one column a factor.
 *
 * <p>Every level of a factor occurs equally often, to within one, and factors are independent.
 */
public final class DesignFile {

  /** The column that names a persona. */
  static final String PERSONA = "persona";

  private DesignFile() {}

  /** Factors from texts such as {@code symbol=upper,digits}. */
  public static List<Factor> factors(List<String> texts) {
    List<Factor> factors = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of(PERSONA));
    for (String text : texts) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(
            "'%s' is no factor with its levels.%nMaybe write it like symbol=upper,digits."
                .formatted(text));
      }
      String id = text.substring(0, equals).strip();
      if (!seen.add(id)) {
        throw new IllegalArgumentException(
            "The column '%s' is there already.%nMaybe give the factor another name.".formatted(id));
      }
      List<String> levels =
          List.of(text.substring(equals + 1).split(",", -1)).stream().map(String::strip).toList();
      if (levels.contains("")) {
        throw new IllegalArgumentException(
            "Factor '%s' has a level without a name.%nMaybe a comma is too many.".formatted(id));
      }
      factors.add(new Factor(id, levels));
    }
    return factors;
  }

  /** Names for so many personas; padded, so that order of id is order of the design. */
  public static List<String> personas(int count) {
    return IntStream.rangeClosed(1, count).mapToObj("p-%06d"::formatted).toList();
  }

  /** The personas that a column of a table names. */
  public static List<String> personas(Path table, String column) throws IOException {
    Sheet sheet = Sheet.read(table);
    int place = sheet.column(column);
    List<String> ids = sheet.lines().stream().map(line -> sheet.named(line, place)).toList();
    return ids.stream().distinct().toList();
  }

  /** Writes the design of these personas. */
  public static void write(Path file, List<Factor> factors, List<String> personas, long seed)
      throws IOException {
    BalancedDesign design =
        BalancedDesign.of(factors, personas.size(), new Seed(seed).derive("audit/design"));
    StringBuilder text = new StringBuilder(PERSONA);
    factors.forEach(factor -> text.append(',').append(cell(factor.id())));
    text.append('\n');
    for (int p = 0; p < personas.size(); p++) {
      text.append(cell(personas.get(p)));
      for (int f = 0; f < factors.size(); f++) {
        text.append(',').append(cell(factors.get(f).levels().get(design.level(p, f))));
      }
      text.append('\n');
    }
    Files.writeString(file, text);
  }

  private static String cell(String text) {
    return text.matches("[^,;\"\\r\\n\\t]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
