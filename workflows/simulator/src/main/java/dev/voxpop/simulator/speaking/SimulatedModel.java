package dev.voxpop.simulator.speaking;

import dev.voxpop.simulator.chance.Dice;
import dev.voxpop.simulator.chance.Keys;
import dev.voxpop.simulator.question.Mind;
import dev.voxpop.simulator.reading.Belief;
import dev.voxpop.simulator.reading.BeliefReader;
import dev.voxpop.simulator.reading.ChoiceQuestion;
import dev.voxpop.simulator.reading.Part;
import dev.voxpop.simulator.reading.Prompt;
import dev.voxpop.simulator.reading.PromptReader;
import dev.voxpop.simulator.reading.Senses;
import dev.voxpop.simulator.reading.Task;
import dev.voxpop.simulator.reading.Turn;
import dev.voxpop.simulator.society.Society;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The model: replies to prompts, knowing nothing but their text. A reply is a pure function of
 * model, text, temperature, top-p, seed and the index of the choice, so splitting a request for
 * several choices changes the seed's choices but never breaks repeatability. Thread-safe.
 */
public final class SimulatedModel {
  private final Senses senses = Senses.of(Society.shared());
  private final BeliefReader reader = BeliefReader.of(Society.shared(), senses);
  private final StoryTeller teller;
  private final Failings failings;
  private final ChoiceOdds odds;
  private final Manners base;
  private final Manners chat;
  private final long salt;

  private SimulatedModel(Failings failings, Manners base, Manners chat, long salt) {
    this.odds = new ChoiceOdds(senses, Mind.PLANTED);
    this.teller = new StoryTeller(Society.shared(), failings.flawedStories());
    this.failings = failings;
    this.base = base;
    this.chat = chat;
    this.salt = salt;
  }

  /**
   * The model with its usual failings and manners; the seed chooses whom it dreams up and how it
   * throws its dice.
   */
  public static SimulatedModel seeded(long seed) {
    return failing(Failings.USUAL, seed);
  }

  /** The model with these failings and its usual manners. */
  public static SimulatedModel failing(Failings failings, long seed) {
    return new SimulatedModel(
        failings, Manners.base(failings), Manners.chat(failings), Keys.of(seed, "simulator"));
  }

  /** The model with these failings, but answers to choice questions are always bare marks. */
  public static SimulatedModel plain(Failings failings, long seed) {
    return new SimulatedModel(
        failings, Manners.plain(), Manners.plain(), Keys.of(seed, "simulator"));
  }

  /** The choices with index {@code 0 … n − 1}. */
  public List<Reply> replies(Ask ask, int n) {
    Prompt prompt = prompt(ask.script());
    long key = key(ask);
    List<Reply> replies = new ArrayList<>(n);
    Speaker speaker = speaker(ask, prompt);
    for (int i = 0; i < n; i++) {
      replies.add(speaker.reply(Dice.of(Keys.mix(key, i))));
    }
    return replies;
  }

  /** Loads the data files and the society, so that the first request is not slower than others. */
  public void warmUp() {
    String open = "Question: Tell me about yourself and your life.\n\nAnswer:";
    String story =
        replies(Ask.of("", new Script.Text(open), Sampling.seeded(1)), 1).getFirst().text();
    String closed = "\n\nQuestion: Is it so?\n(A) Yes\n(B) No\nAnswer:";
    replies(Ask.of("", new Script.Text(open + story + closed), Sampling.seeded(1)), 1);
  }

  /** The number of tokens of a script as the model counts them. */
  public static int tokens(Script script) {
    return switch (script) {
      case Script.Text text -> Tokens.count(text.prompt());
      case Script.Chat chat ->
          chat.turns().stream().mapToInt(turn -> Tokens.count(turn.text()) + 4).sum();
    };
  }

  private Speaker speaker(Ask ask, Prompt prompt) {
    return switch (prompt.task()) {
      case Task.Choose choose -> choosing(ask, prompt, choose);
      case Task.Tell tell -> {
        Belief belief = reader.believe(prompt.before());
        yield dice -> plain(ask, teller.tell(belief, dice));
      }
      case Task.Consent consent -> dice -> plain(ask, Consenting.speak(dice));
      case Task.Judge judge ->
          dice -> plain(ask, Verdicts.speak(judge, failings.wrongVerdicts(), dice));
      case Task.Locate locate ->
          dice -> plain(ask, Searching.speak(locate, failings.wrongVerdicts(), dice));
      case Task.Unclear unclear ->
          dice ->
              Reply.cut(
                  lead(ask) + Rambling.sentences(dice, dice.between(2, 6)),
                  ask.sampling(),
                  Optional.empty());
    };
  }

  private Speaker choosing(Ask ask, Prompt prompt, Task.Choose choose) {
    Sampling sampling = ask.sampling();
    double[] believed =
        odds.of(choose.question(), reader.believe(prompt.before()), lastPlace(prompt));
    double[] sampled =
        Odds.nucleus(Odds.tempered(believed, sampling.temperature()), sampling.topP());
    Optional<Reply.Weighed> weighed =
        Optional.of(
            new Reply.Weighed(
                choose.question(), choose.opening(), Arrays.stream(believed).boxed().toList()));
    return dice -> Reply.cut(answer(ask, choose, dice.index(sampled), dice), sampling, weighed);
  }

  private String answer(Ask ask, Task.Choose choose, int place, Dice dice) {
    ChoiceQuestion question = choose.question();
    Manner manner = ask.sampling().temperature() == 0 ? Manner.MARK : manners(ask).draw(dice);
    String words = AnswerPhrases.say(question, place, manner, dice);
    Shape.Chosen chosen =
        new Shape.Chosen(
            question.style().symbol(place),
            question.style().mark(place),
            question.options().get(place));
    return shaped(
        ask,
        AnswerPhrases.continued(words, question, choose.opening(), lead(ask)),
        Optional.of(chosen),
        dice);
  }

  private Reply plain(Ask ask, String text) {
    Dice dice = Dice.of(Keys.of(salt, text));
    return Reply.cut(
        shaped(ask, lead(ask) + text, Optional.empty(), dice), ask.sampling(), Optional.empty());
  }

  private String shaped(Ask ask, String text, Optional<Shape.Chosen> chosen, Dice dice) {
    if (ask.shape().isEmpty() || dice.happens(failings.ignoredSchemas())) {
      return text;
    }
    return ask.shape().get().write(new Shape.Content(text.strip(), chosen));
  }

  private Manners manners(Ask ask) {
    return ask.script() instanceof Script.Text ? base : chat;
  }

  private static String lead(Ask ask) {
    return ask.script() instanceof Script.Text ? " " : "";
  }

  private static int lastPlace(Prompt prompt) {
    List<Part> before = prompt.before();
    return before.isEmpty() || !(before.getLast() instanceof Part.Exchange exchange)
        ? -1
        : exchange.place();
  }

  private static Prompt prompt(Script script) {
    return switch (script) {
      case Script.Text text -> PromptReader.completion(text.prompt());
      case Script.Chat chat -> PromptReader.chat(chat.turns());
    };
  }

  private long key(Ask ask) {
    long key = Keys.of(salt, ask.model());
    key =
        switch (ask.script()) {
          case Script.Text text -> Keys.of(key, text.prompt());
          case Script.Chat chat -> {
            long turns = key;
            for (Turn turn : chat.turns()) {
              turns = Keys.of(Keys.of(turns, turn.role().name()), turn.text());
            }
            yield turns;
          }
        };
    Sampling sampling = ask.sampling();
    long parameters =
        Keys.mix(
            Double.doubleToLongBits(sampling.temperature()),
            Double.doubleToLongBits(sampling.topP()));
    return Keys.mix(Keys.mix(key, parameters), sampling.seed());
  }

  @FunctionalInterface
  private interface Speaker {
    Reply reply(Dice dice);
  }
}
