package dev.voxpop.survey.answer;

import dev.voxpop.contracts.experiment.Bracket;
import dev.voxpop.contracts.experiment.Mode;
import dev.voxpop.contracts.experiment.Roles;
import dev.voxpop.contracts.experiment.Symbol;
import dev.voxpop.instrument.format.PromptFormat;
import dev.voxpop.instrument.item.DisplayOrder;
import dev.voxpop.instrument.item.ItemOption;
import dev.voxpop.survey.answer.Evidence.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The check that every text, alias and displayed symbol of a scale reads back to its own option,
 * under every allowed order and every way to mark options.
 *
 * <p>A text in which no symbol is found reads alike under all orders, so only the others are read
 * again under each of them. Cost: orders × formats × spellings readings at most.
 */
public final class ScaleRoundTrip {
  private final AnswerScale scale;
  private final List<DisplayOrder> orders;
  private final Set<String> seen = new HashSet<>();
  private final List<Collision> collisions = new ArrayList<>();

  private ScaleRoundTrip(AnswerScale scale, List<DisplayOrder> orders) {
    this.scale = scale;
    this.orders = orders;
  }

  /** What does not read back under any allowed order, in any format that can show the scale. */
  public static List<Collision> check(AnswerScale scale) {
    return check(scale, formats());
  }

  /** What does not read back under any allowed order, in those of the formats that can show it. */
  public static List<Collision> check(AnswerScale scale, List<PromptFormat> formats) {
    List<PromptFormat> usable =
        formats.stream().filter(f -> f.objectionTo(scale.item()).isEmpty()).toList();
    ScaleRoundTrip check = new ScaleRoundTrip(scale, scale.item().orders());
    usable.forEach(check::checkFormat);
    return List.copyOf(check.collisions);
  }

  /** The twelve ways to mark options. */
  public static List<PromptFormat> formats() {
    return Arrays.stream(Symbol.values())
        .flatMap(
            symbol ->
                Arrays.stream(Bracket.values())
                    .map(b -> new PromptFormat(symbol, b, Roles.QUESTION_ANSWER, Mode.COMPLETION)))
        .toList();
  }

  private void checkFormat(PromptFormat format) {
    for (DisplayOrder order : orders) {
      Display display = Display.unbounded(order, format);
      for (int position = 0; position < order.size(); position++) {
        int option = order.originalAt(position);
        checkSpelling(format.symbolAt(position), option, display);
        checkSpelling(format.markAt(position), option, display);
      }
    }
    for (int option = 0; option < scale.size(); option++) {
      for (String spelling : AnswerScale.spellings(scale.item().option(option))) {
        checkText(spelling, option, format);
      }
    }
  }

  private void checkText(String spelling, int option, PromptFormat format) {
    for (DisplayOrder order : orders) {
      ParsedAnswer answer = checkSpelling(spelling, option, Display.unbounded(order, format));
      if (answer.evidence().stream().noneMatch(e -> e.kind() == Kind.SYMBOL)) {
        return;
      }
    }
  }

  private ParsedAnswer checkSpelling(String spelling, int option, Display display) {
    ParsedAnswer answer = AnswerParser.parse(RawAnswer.complete(spelling), scale, display);
    boolean own = answer.shown().isPresent() && answer.shown().get().option() == option;
    if (!own && seen.add(option + spelling)) {
      collisions.add(collision(spelling, option, answer));
    }
    return answer;
  }

  private Collision collision(String spelling, int option, ParsedAnswer answer) {
    Set<Integer> others = new TreeSet<>();
    answer.evidence().stream().map(Evidence::option).forEach(others::add);
    others.remove(Evidence.NO_OPTION);
    others.remove(option);
    List<String> texts = others.stream().map(scale.item()::option).map(ItemOption::text).toList();
    return new Collision(spelling, scale.item().option(option).text(), texts, verdict(answer));
  }

  private static String verdict(ParsedAnswer answer) {
    return answer.state().wireName() + answer.reason().map(why -> " (" + why + ")").orElse("");
  }

  /**
   * A spelling that does not read back to its option.
   *
   * @param spelling the text, alias or symbol
   * @param option text of its own option
   * @param others texts of the options that it also, or instead, speaks for; may be empty
   * @param verdict how it is read
   */
  public record Collision(String spelling, String option, List<String> others, String verdict) {
    public Collision {
      others = List.copyOf(others);
    }

    /** One sentence with both options, and what to do. */
    public String text() {
      String also =
          others.isEmpty()
              ? "for no option"
              : "for " + others.stream().map(o -> "'" + o + "'").collect(Collectors.joining(", "));
      return "'%s' of option '%s' speaks %s and is read as %s.\nMaybe %s."
          .formatted(
              spelling,
              option,
              also,
              verdict,
              others.isEmpty() ? "word it differently" : "word one of the two differently");
    }
  }
}
