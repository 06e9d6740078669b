package dev.voxpop.survey.interview;

import dev.voxpop.contracts.event.AnswerState;
import dev.voxpop.interviewing.Move;
import dev.voxpop.interviewing.Place;
import dev.voxpop.interviewing.Protocol;
import dev.voxpop.survey.prompt.PromptHash;
import dev.voxpop.survey.prompt.Transcript;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One series of questions to one persona.
 *
 * <p>Questions come in the series' own order; one whose condition is not met is skipped. An answer
 * is asked for again as {@link ReAsk} says. In series, answers with a value stay in the prompt;
 * separately, each question follows the passage alone.
 */
public final class Interview implements Protocol<Draw> {
  /** The order in which the draws of a series were made. */
  public static final Comparator<Draw> ORDER_OF_DRAWS =
      Comparator.comparingInt((Draw draw) -> draw.cell().position()).thenComparingInt(Draw::number);

  private final ArmPlan plan;
  private final String series;
  private final List<Integer> order;
  private final Progress progress;
  private @Nullable Move<Draw> move;

  /**
   * How far an interview is.
   *
   * @param transcript what the next question follows
   * @param codes codes of valid answers by question id
   * @param firstState state of draw 0 of the cell at hand; null before its first draw
   */
  private record Progress(
      Place place,
      Transcript transcript,
      Map<String, Integer> codes,
      @Nullable AnswerState firstState) {}

  private Interview(ArmPlan plan, String series, List<Integer> order, Progress progress) {
    this.plan = plan;
    this.series = series;
    this.order = order;
    this.progress = progress;
  }

  /** An interview before its first question. */
  public static Interview begin(ArmPlan plan, Persona persona, int repeat) {
    String series = plan.series(persona.id(), repeat);
    Progress nothing = new Progress(Place.START, plan.open(persona.passage()), Map.of(), null);
    return new Interview(plan, series, plan.questionOrder(series), nothing);
  }

  @Override
  public Place place() {
    return progress.place();
  }

  @Override
  public Move<Draw> move() {
    Move<Draw> next = move;
    if (next == null) {
      next = next();
      move = next;
    }
    return next;
  }

  @Override
  public Interview with(Draw stored) {
    int question = stored.cell().question();
    Place place = progress.place();
    if (!stored.isAnswer()) {
      Place again = new Place(place.step(), stored.number() + 1);
      return followedBy(
          new Progress(again, progress.transcript(), progress.codes(), stored.firstState()));
    }
    Map<String, Integer> codes = new HashMap<>(progress.codes());
    if (stored.finding().code() != null) {
      codes.put(plan.questions().get(question).id(), Integer.valueOf(stored.finding().code()));
    }
    Place following = new Place(place.step() + 1, 0);
    return followedBy(new Progress(following, extended(stored), Map.copyOf(codes), null));
  }

  private Interview followedBy(Progress next) {
    return new Interview(plan, series, order, next);
  }

  private Move<Draw> next() {
    int position = progress.place().step();
    if (position == order.size()) {
      return new Move.Finished<>();
    }
    int question = order.get(position);
    Cell cell = new Cell(question, position, plan.optionOrder(series, question));
    return isAsked(question) ? question(cell) : new Move.Tell<>(skipped(cell));
  }

  private boolean isAsked(int question) {
    return plan.questions().get(question).askIf().map(c -> c.holds(this::code)).orElse(true);
  }

  private OptionalInt code(String questionId) {
    Integer code = progress.codes().get(questionId);
    return code == null ? OptionalInt.empty() : OptionalInt.of(code);
  }

  private Move<Draw> question(Cell cell) {
    int number = progress.place().draw();
    int seed = plan.drawSeed(series, cell.question(), number);
    String block = block(cell);
    return new Asking(
        plan,
        cell,
        new Asking.DrawAhead(number, seed, progress.firstState()),
        progress.transcript().prompt(block, plan.decoding(seed)));
  }

  private String block(Cell cell) {
    return plan.blocks()
        .block(plan.item(cell.question()), cell.order(), progress.transcript().preceding());
  }

  private static Draw skipped(Cell cell) {
    return new Draw(
        cell,
        0,
        0,
        PromptHash.OF_NOTHING,
        Finding.without(AnswerState.SKIPPED, "condition"),
        List.of(),
        AnswerState.SKIPPED,
        Utterance.NONE,
        Draw.Finality.UNASKED);
  }

  private Transcript extended(Draw answer) {
    String said = SaidText.of(answer.utterance().raw(), plan.blocks().stops());
    boolean kept =
        switch (answer.finding().state()) {
          case VALID -> true;
          case REFUSED, UNREADABLE, TRUNCATED -> plan.keepsAnswersWithoutValue();
          case ERROR, SKIPPED, NOT_REACHED -> false;
        };
    return plan.inSeries() && kept && !said.isEmpty()
        ? progress.transcript().answered(block(answer.cell()), said)
        : progress.transcript();
  }
}
