package dev.voxpop.interviewing;

import dev.voxpop.languagemodel.LanguageModel;
import dev.voxpop.languagemodel.ModelFailure;
import dev.voxpop.languagemodel.Prompt;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Usage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A model that answers, fails or does something else as told. */
final class FakeModel implements LanguageModel {
  private final AtomicInteger calls = new AtomicInteger();
  private volatile Function<Prompt, @Nullable ModelFailure> failing = prompt -> null;
  private volatile int special;
  private volatile Runnable action = () -> {};

  void failing(Function<Prompt, @Nullable ModelFailure> failure) {
    failing = failure;
  }

  /** Does something during the n-th call. */
  void onCall(int number, Runnable what) {
    special = number;
    action = what;
  }

  int calls() {
    return calls.get();
  }

  int seriesOf(Prompt prompt) {
    return Integer.parseInt(text(prompt).split("/", 2)[0]);
  }

  boolean isCell(Prompt prompt, int series, int step) {
    return text(prompt).equals(series + "/" + step);
  }

  @Override
  public Reply ask(Prompt prompt) {
    if (calls.incrementAndGet() == special) {
      action.run();
    }
    ModelFailure failure = failing.apply(prompt);
    if (failure != null) {
      throw failure;
    }
    return new Reply(
        List.of(Reply.Choice.of("A", Reply.Finish.STOP)),
        new Usage(1, 0, 1, 0, Usage.Source.REPORTED),
        "fake",
        Duration.ofMillis(1));
  }

  private static String text(Prompt prompt) {
    return prompt instanceof Prompt.Text text ? text.text().toString() : "";
  }
}
