package dev.voxpop.survey.demographics;

import dev.voxpop.contracts.experiment.Mode;
import dev.voxpop.contracts.experiment.OrderMode;
import dev.voxpop.contracts.experiment.Roles;
import dev.voxpop.contracts.experiment.TraitMethod;
import dev.voxpop.contracts.experiment.TraitSpec;
import dev.voxpop.contracts.identity.Seed;
import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import dev.voxpop.instrument.format.BlockWriter;
import dev.voxpop.instrument.format.Line;
import dev.voxpop.instrument.format.Phrases;
import dev.voxpop.instrument.format.PromptFormat;
import dev.voxpop.instrument.item.DisplayOrder;
import dev.voxpop.instrument.item.Item;
import dev.voxpop.instrument.item.Permutations;
import dev.voxpop.instrument.trait.Trait;
import dev.voxpop.instrument.trait.Traits;
import dev.voxpop.languagemodel.Decoding;
import dev.voxpop.languagemodel.Pricing;
import dev.voxpop.survey.interview.AnswerReader;
import dev.voxpop.survey.interview.AnswerReaders;
import dev.voxpop.survey.prompt.PromptFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that the demographic surveys of a pool's stories have in common.
 *
 * <p>Draws are numbered from 0 for every trait, however they are split over requests; where the
 * order of options is balanced, each allowed order gets an equal share of the draws.
 */
public final class TraitPlan {
  private static final int MOST_TOKENS = 128;
  private static final String CHAT = "chat";

  private final TraitSpec spec;
  private final Seed seed;
  private final List<Asked> asked;
  private final List<Optional<Asked>> read;
  private final Models models;
  private final PromptFile words = PromptFile.load("survey/v1");
  private final ReaderWords readerWords = ReaderWords.load();

  /** What is known of the models: of the one that answers and of the one that reads. */
  public record Models(ModelFacts answering, ModelFacts reading, Pricing answer, Pricing read) {}

  /** A question with the writing of its block and the reading of its answers. */
  record Asked(Trait trait, Item item, BlockWriter blocks, AnswerReader reader) {}

  private TraitPlan(
      TraitSpec spec, Traits traits, Phrases phrases, Models models, AnswerReaders rules) {
    this.spec = spec;
    this.seed = new Seed(spec.seed());
    this.models = models;
    List<Trait> chosen = spec.choice().use().stream().map(traits::require).toList();
    this.asked = chosen.stream().map(trait -> asked(trait, phrases, rules)).toList();
    this.read = chosen.stream().map(trait -> read(trait, phrases, rules)).toList();
  }

  /** The rules and words of a plan. */
  public record Instrument(Traits traits, Phrases phrases, AnswerReaders rules) {}

  /** The plan of a specification. */
  public static TraitPlan of(TraitSpec spec, Instrument instrument, Models models) {
    return new TraitPlan(
        spec, instrument.traits(), instrument.phrases(), models, instrument.rules());
  }

  /** The specification. */
  public TraitSpec spec() {
    return spec;
  }

  /** Number of traits. */
  public int traits() {
    return asked.size();
  }

  /** The trait of an index. */
  public Trait trait(int index) {
    return asked.get(index).trait();
  }

  /** Most requests of one story, none of its traits found by the reader. */
  public int requests() {
    return steps("any").size();
  }

  /** Most output tokens of all requests of one story. */
  public long mostOutputTokens() {
    return steps("any").stream().mapToLong(step -> (long) step.draws() * MOST_TOKENS).sum();
  }

  Asked asked(int trait) {
    return asked.get(trait);
  }

  Asked read(int trait) {
    return read.get(trait).orElseThrow();
  }

  Models models() {
    return models;
  }

  PromptFile words() {
    return words;
  }

  ReaderWords readerWords() {
    return readerWords;
  }

  int requestSeed(String story, int request) {
    return seed.forProvider("traits/" + spec.key() + "/" + story + "/" + request + "/draws");
  }

  Decoding sampling(BlockWriter blocks, int draws) {
    return Decoding.ofMaxTokens(MOST_TOKENS).withChoices(draws).withStops(blocks.stops());
  }

  Decoding firstToken() {
    return Decoding.ofMaxTokens(1).withTopLogprobs(models.answering().topLogprobs());
  }

  /** The requests of a story in order. */
  List<TraitStep> steps(String story) {
    List<TraitStep> steps = new ArrayList<>();
    for (int trait = 0; trait < asked.size(); trait++) {
      if (read.get(trait).isPresent()) {
        DisplayOrder order = read(trait).item().ownOrder();
        steps.add(new TraitStep(trait, TraitStep.Kind.READER, 0, 1, order));
      }
      if (spec.choice().method() == TraitMethod.LOGPROB) {
        addFirstTokens(trait, steps);
      } else {
        addSamples(trait, story, steps);
      }
    }
    return List.copyOf(steps);
  }

  private void addFirstTokens(int trait, List<TraitStep> steps) {
    Item item = asked.get(trait).item();
    steps.add(new TraitStep(trait, TraitStep.Kind.LOGPROB, 0, 1, item.ownOrder()));
    if (spec.choice().orders() == 2) {
      DisplayOrder reversed =
          DisplayOrder.reversed(item.substantiveCount()).extendedTo(item.size());
      steps.add(new TraitStep(trait, TraitStep.Kind.LOGPROB, 1, 1, reversed));
    }
  }

  private void addSamples(int trait, String story, List<TraitStep> steps) {
    List<DisplayOrder> orders = orders(trait, story);
    int samples = spec.choice().samples();
    int first = 0;
    for (int i = 0; i < orders.size(); i++) {
      int share = samples / orders.size() + (i < samples % orders.size() ? 1 : 0);
      for (int end = first + share; first < end; ) {
        int draws = Math.min(models.answering().maxN(), end - first);
        steps.add(new TraitStep(trait, TraitStep.Kind.SAMPLED, first, draws, orders.get(i)));
        first += draws;
      }
    }
  }

  private List<DisplayOrder> orders(int trait, String story) {
    Item item = asked.get(trait).item();
    if (item.permutations() instanceof Permutations.None) {
      return List.of(item.ownOrder());
    }
    return spec.choice().orderMode() == OrderMode.BALANCED
        ? item.orders()
        : List.of(
            item.drawOrder(
                seed.derive("traits/" + spec.key() + "/" + story + "/" + item.id() + "/options")));
  }

  private Asked asked(Trait trait, Phrases phrases, AnswerReaders rules) {
    Item item = spec.choice().refusalOption() ? trait.item() : trait.itemWithoutRefusal();
    Set<Line> lines = EnumSet.of(Line.FORCING);
    if (!(item.permutations() instanceof Permutations.None)) {
      lines.add(Line.CONSISTENCY);
    }
    BlockWriter blocks = BlockWriter.of(PromptFormat.of(spec.format()), phrases, lines);
    return new Asked(trait, item, blocks, rules.of(item, blocks));
  }

  /** The reader's question of a trait; none where it is protected, unwanted, or nobody can chat. */
  private Optional<Asked> read(Trait trait, Phrases phrases, AnswerReaders rules) {
    if (!spec.choice().reader() || !models.reading().kind().equals(CHAT)) {
      return Optional.empty();
    }
    BlockWriter blocks = BlockWriter.of(readerFormat(), phrases, Set.of());
    return trait.readerItem().map(item -> new Asked(trait, item, blocks, rules.of(item, blocks)));
  }

  /** Marks as in the survey, the question alone, one message. */
  private PromptFormat readerFormat() {
    return new PromptFormat(spec.format().symbol(), spec.format().bracket(), Roles.NONE, Mode.CHAT);
  }
}
