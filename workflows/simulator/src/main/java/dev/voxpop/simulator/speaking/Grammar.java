package dev.voxpop.simulator.speaking;

import dev.voxpop.simulator.chance.Dice;
import dev.voxpop.simulator.lexicon.DataFile;
import dev.voxpop.simulator.trait.Condition;
import dev.voxpop.simulator.trait.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The grammar of life stories: sentence templates by section, with the people they fit and the
 * trait they tell.
 */
final class Grammar {
  private static final List<Template> TEMPLATES = templates();
  private static final Map<String, List<Name>> NAMES = names();

  private Grammar() {}

  /** What a sentence does with a trait. */
  enum Signal {
    STATES,
    IMPLIES,
    NEITHER
  }

  /** Templates of a section that fit a person and tell nothing of any trait. */
  static List<Template> fillers(String section, Biography life) {
    return TEMPLATES.stream()
        .filter(t -> t.section.equals(section) && t.signal == Signal.NEITHER && t.fits.holds(life))
        .toList();
  }

  /** Templates that state or imply a trait of a person. */
  static List<Template> telling(Trait trait, Signal signal, Biography life) {
    return TEMPLATES.stream()
        .filter(t -> t.signal == signal && t.trait.equals(trait.name()) && t.fits.holds(life))
        .toList();
  }

  /** A sentence from a template. */
  static String write(Template template, Biography life, Dice dice) {
    StringBuilder out = new StringBuilder();
    expand(template.text, life, dice, out);
    String text =
        out.toString().strip().replaceAll(" +([,.!?])", "$1").replaceAll("([.,!?])\\.$", "$1");
    String ended =
        text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    return Character.toUpperCase(ended.charAt(0))
        + ended
            .substring(1)
            .replaceAll("\\ba (?=[aeiouAEIO]\\w)", "an ")
            .replaceAll("\\ban (?=(?:one|used|unit))", "a ");
  }

  private static void expand(String text, Biography life, Dice dice, StringBuilder out) {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '{') {
        int end = closing(text, at);
        expand(dice.pick(alternatives(text.substring(at + 1, end))), life, dice, out);
        at = end + 1;
      } else if (c == '<') {
        int end = text.indexOf('>', at);
        out.append(name(text.substring(at + 1, end), life, dice));
        at = end + 1;
      } else {
        out.append(c);
        at++;
      }
    }
  }

  private static String name(String name, Biography life, Dice dice) {
    String written = life.written(name);
    if (!written.isEmpty()) {
      return written;
    }
    List<Name> fitting =
        NAMES.getOrDefault(name, List.of()).stream().filter(n -> n.fits.holds(life)).toList();
    if (fitting.isEmpty()) {
      throw new IllegalStateException(
          "No word for <" + name + "> of " + life + ".\nMaybe names.txt misses a guard.");
    }
    return dice.pick(fitting.getFirst().values);
  }

  private static List<String> alternatives(String choice) {
    List<String> found = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < choice.length(); i++) {
      char c = choice.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == '|' && depth == 0) {
        found.add(choice.substring(start, i));
        start = i + 1;
      }
    }
    found.add(choice.substring(start));
    return found;
  }

  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new IllegalStateException(
        "Open brace in: " + text + ".\nMaybe a closing brace is missing in stories.txt.");
  }

  private static List<Template> templates() {
    List<Template> templates = new ArrayList<>();
    for (List<String> row : DataFile.rows("stories.txt", 4)) {
      String told = row.get(2);
      Signal signal =
          told.startsWith("state ")
              ? Signal.STATES
              : told.startsWith("imply ") ? Signal.IMPLIES : Signal.NEITHER;
      templates.add(
          new Template(
              row.get(0),
              Condition.parse(row.get(1)),
              signal,
              told.substring(told.indexOf(' ') + 1),
              row.get(3)));
    }
    return List.copyOf(templates);
  }

  private static Map<String, List<Name>> names() {
    return DataFile.rows("names.txt", 3).stream()
        .collect(
            Collectors.groupingBy(
                row -> row.get(0),
                Collectors.mapping(
                    row -> new Name(Condition.parse(row.get(1)), DataFile.list(row.get(2))),
                    Collectors.toList())));
  }

  record Template(String section, Condition fits, Signal signal, String trait, String text) {}

  private record Name(Condition fits, List<String> values) {}
}
