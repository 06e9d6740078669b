package dev.voxpop.survey.interview;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.DecodingChoice;
import dev.voxpop.contracts.experiment.Mode;
import dev.voxpop.contracts.experiment.OnNoValue;
import dev.voxpop.contracts.identity.Seed;
import dev.voxpop.instrument.format.BlockWriter;
import dev.voxpop.instrument.format.Line;
import dev.voxpop.instrument.format.PromptFormat;
import dev.voxpop.instrument.item.DisplayOrder;
import dev.voxpop.instrument.item.Item;
import dev.voxpop.instrument.wave.Question;
import dev.voxpop.instrument.wave.QuestionOrder;
import dev.voxpop.instrument.wave.Wave;
import dev.voxpop.languagemodel.Decoding;
import dev.voxpop.languagemodel.Pricing;
import dev.voxpop.languagemodel.PromptText;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.survey.answer.FirstToken;
import dev.voxpop.survey.prompt.PromptFile;
import dev.voxpop.survey.prompt.Transcript;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * All that the interviews of an arm have in common. Every draw comes from the arm's seed and a path
 * of arm, persona, repeat, question and draw, so neither threads nor restarts change anything.
 */
public final class ArmPlan {
  private final ArmSpec spec;
  private final Seed seed;
  private final List<Question> questions;
  private final List<Item> items;
  private final BlockWriter blocks;
  private final Decoding decoding;
  private final ReAsk reAsk;
  private final PromptFile words;
  private final Model model;
  private final List<AnswerReader> readers;
  private final String parserVersion;

  /**
   * What is known of the model that is asked.
   *
   * @param topLogprobs most log-probabilities a token; 0 = none
   */
  public record Model(Pricing pricing, int topLogprobs) {}

  private ArmPlan(ArmSpec spec, Wave wave, Model model, AnswerReaders rules) {
    this.spec = spec;
    this.seed = new Seed(spec.seed());
    this.questions = wave.select(spec.survey().questions());
    this.items = questions.stream().map(Question::item).toList();
    this.blocks = BlockWriter.of(PromptFormat.of(spec.format()), wave.phrases(), lines(spec));
    this.decoding = decoding(spec.decoding(), blocks, model.topLogprobs());
    this.reAsk = ReAsk.of(spec.decoding(), spec.survey());
    this.words = PromptFile.load("survey/v1");
    this.model = model;
    this.readers = items.stream().map(item -> rules.of(item, blocks)).toList();
    this.parserVersion = rules.version();
  }

  /** The plan of an arm. */
  public static ArmPlan of(ArmSpec spec, Wave wave, Model model, AnswerReaders rules) {
    return new ArmPlan(spec, wave, model, rules);
  }

  /** The specification. */
  public ArmSpec spec() {
    return spec;
  }

  /** The questions in questionnaire order. */
  public List<Question> questions() {
    return questions;
  }

  /** The fixed texts in the prompts. */
  public PromptFile words() {
    return words;
  }

  /** Version of the rules by which answers are read. */
  public String parserVersion() {
    return parserVersion;
  }

  /** The alias that is asked. */
  public String alias() {
    return spec.models().interview();
  }

  /** Whether probabilities are to be read that the model does not give. */
  public boolean lacksProbabilities() {
    return spec.decoding().tokenProbabilities() && model.topLogprobs() == 0;
  }

  private PromptFormat format() {
    return blocks.format();
  }

  /** A question as it is shown and read. */
  public Item item(int question) {
    return items.get(question);
  }

  BlockWriter blocks() {
    return blocks;
  }

  ReAsk reAsk() {
    return reAsk;
  }

  Pricing pricing() {
    return model.pricing();
  }

  AnswerReader reader(int question) {
    return readers.get(question);
  }

  /** Probability masses of the options shown; empty where they are not to be read. */
  List<Double> masses(Reply.Choice choice, Cell cell) {
    return spec.decoding().tokenProbabilities() && cell.order().size() > 0
        ? FirstToken.masses(choice, format(), cell.order())
        : List.of();
  }

  boolean inSeries() {
    return spec.survey().inSeries();
  }

  boolean keepsAnswersWithoutValue() {
    return spec.survey().onNoValue() == OnNoValue.KEEP;
  }

  Transcript open(String passage) {
    PromptText system =
        format().mode() == Mode.COMPLETION ? PromptText.EMPTY : PromptText.of(words.text());
    return Transcript.open(blocks, system, passage);
  }

  /** Indices of the questions in the order of a series. */
  List<Integer> questionOrder(String series) {
    List<Question> order =
        inSeries() && spec.survey().randomiseQuestions()
            ? QuestionOrder.shuffled(questions, seed.derive(series + "/questions"))
            : questions;
    return order.stream().map(questions::indexOf).toList();
  }

  /** How the options of a question are shown in a series. */
  DisplayOrder optionOrder(String series, int question) {
    Item item = items.get(question);
    return spec.survey().randomiseOptions()
        ? item.drawOrder(seed.derive(series + "/" + item.id() + "/options"))
        : item.ownOrder();
  }

  /** The seed of a draw. */
  int drawSeed(String series, int question, int draw) {
    return seed.forProvider(series + "/" + items.get(question).id() + "/" + draw + "/answer");
  }

  Decoding decoding(int drawSeed) {
    return decoding.withSeed(drawSeed);
  }

  /** The path of a series in the tree of seeds. */
  String series(String persona, int repeat) {
    return "arm/" + spec.arm() + "/" + persona + "/" + repeat;
  }

  private static Decoding decoding(DecodingChoice choice, BlockWriter blocks, int topLogprobs) {
    return new Decoding(
        1,
        choice.temperature(),
        choice.topP(),
        choice.maxTokens(),
        blocks.stops(),
        OptionalInt.empty(),
        choice.tokenProbabilities() ? topLogprobs : 0,
        Optional.empty());
  }

  private static Set<Line> lines(ArmSpec spec) {
    Set<Line> lines = EnumSet.noneOf(Line.class);
    if (spec.survey().consistencyLine()) {
      lines.add(Line.CONSISTENCY);
    }
    if (spec.survey().forcingLine()) {
      lines.add(Line.FORCING);
    }
    return lines;
  }
}
