package dev.voxpop.simulator.speaking;

import dev.voxpop.simulator.chance.Dice;
import dev.voxpop.simulator.chance.Keys;
import dev.voxpop.simulator.reading.MarkStyle;
import dev.voxpop.simulator.reading.Task.Opening;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Log-probabilities of a reply's tokens. Where an answer's symbol stands, the alternatives are the
 * displayed symbols with their probabilities, mostly in the form that fits the place, a little in
 * the other form (with or without a space before them), and a little mass lies off the options.
 * Elsewhere they are invented.
 */
public final class TokenScores {
  /** The mass of symbols in the usual form. */
  static final double USUAL = 0.94;

  /** The mass of symbols in the other form; the rest lies off the options. */
  static final double OTHER_FORM = 0.03;

  private static final List<String> OFF = List.of(" I", "\n", " the");
  private static final double LEAST = -12;

  private TokenScores() {}

  /** A token with its log-probability. */
  public record Score(String token, double logProbability) {}

  /** A token of the reply, and the likeliest tokens in its place, likeliest first. */
  public record Scored(Score token, List<Score> top) {
    public Scored {
      top = List.copyOf(top);
    }
  }

  /** The scores of a reply's tokens with this many alternatives each. */
  public static List<Scored> of(Reply reply, int top) {
    List<Scored> scores = new ArrayList<>();
    List<String> tokens = Tokens.split(reply.text());
    int symbol = reply.weighed().map(weighed -> symbolPlace(weighed, tokens)).orElse(-1);
    for (int i = 0; i < tokens.size(); i++) {
      List<Score> all =
          i == symbol ? symbols(reply.weighed().orElseThrow(), i) : invented(tokens.get(i), i);
      scores.add(scored(tokens.get(i), all, top));
    }
    return scores;
  }

  private static int symbolPlace(Reply.Weighed weighed, List<String> tokens) {
    MarkStyle style = weighed.question().style();
    boolean bracket = !style.open().isEmpty() && weighed.opening() != Opening.BRACKET;
    return bracket && !tokens.isEmpty() && tokens.getFirst().strip().equals(style.open()) ? 1 : 0;
  }

  private static List<Score> symbols(Reply.Weighed weighed, int place) {
    boolean spaced = place == 0 && weighed.opening() == Opening.CUE;
    List<Score> all = new ArrayList<>();
    for (int i = 0; i < weighed.odds().size(); i++) {
      String symbol = weighed.question().style().symbol(i);
      all.add(score((spaced ? " " : "") + symbol, weighed.odds().get(i) * USUAL));
      all.add(score((spaced ? "" : " ") + symbol, weighed.odds().get(i) * OTHER_FORM));
    }
    OFF.forEach(token -> all.add(score(token, (1 - USUAL - OTHER_FORM) / OFF.size())));
    return all;
  }

  private static List<Score> invented(String token, int place) {
    Dice dice = Dice.of(Keys.mix(Keys.of(11, token), place));
    double own = 0.55 + 0.43 * dice.uniform();
    List<Score> all = new ArrayList<>(List.of(score(token, own)));
    for (String other : List.of(" and", " a", ",", " to", " that", " my")) {
      if (!other.equals(token)) {
        all.add(score(other, (1 - own) * 0.15));
      }
    }
    return all;
  }

  private static Scored scored(String token, List<Score> all, int top) {
    List<Score> ranked =
        all.stream()
            .sorted(Comparator.comparingDouble((Score score) -> -score.logProbability()))
            .limit(top)
            .toList();
    Optional<Score> own = all.stream().filter(score -> score.token().equals(token)).findFirst();
    return new Scored(own.orElse(new Score(token, LEAST)), ranked);
  }

  private static Score score(String token, double probability) {
    return new Score(token, Math.max(LEAST, Math.log(Math.max(probability, 1e-12))));
  }
}
