package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiment.BudgetLimit;
import dev.voxpop.contracts.workflow.RunExperiment;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What an operator may say, and how it is understood. */
final class Orders {

  private static final int LONGEST_REASON = 200;
  private static final int MOST_CALLS_IN_FLIGHT = 10_000;

  private Orders() {}

  /** A reason, cut to what the log can hold. */
  static String said(@Nullable String reason) {
    String text = reason == null ? "" : reason.strip();
    return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) + "…" : text;
  }

  /**
   * Refuses a concurrency that no alias can have.
   *
   * @throws IllegalArgumentException naming the value
   */
  static void check(RunExperiment.@Nullable Concurrency wanted) {
    if (wanted == null || !named(wanted.alias())) {
      throw new IllegalArgumentException(
          "No model alias is named.\nMaybe send {\"alias\": \"default\", \"n\": 8}.");
    }
    if (wanted.n() < 1 || wanted.n() > MOST_CALLS_IN_FLIGHT) {
      throw new IllegalArgumentException(
          "Concurrency "
              + wanted.n()
              + " is not in 1 … "
              + MOST_CALLS_IN_FLIGHT
              + ".\nMaybe use \"pause\" to stand still.");
    }
  }

  /**
   * Refuses what is not a budget.
   *
   * @throws IllegalArgumentException naming the value
   */
  static void check(RunExperiment.@Nullable Budget wanted) {
    if (wanted == null
        || (wanted.usd() == null && wanted.tokens() == null && wanted.calls() == null)) {
      throw new IllegalArgumentException(
          "No limit is named.\nMaybe send {\"usd\": \"5.00\"}, \"tokens\" or \"calls\".");
    }
    if (wanted.usd() != null && !wanted.usd().matches("\\d{1,9}(\\.\\d{1,6})?")) {
      throw new IllegalArgumentException(
          "The limit \""
              + said(wanted.usd())
              + "\" is not an amount.\nMaybe write it as \"5.00\".");
    }
    if (negative(wanted.tokens()) || negative(wanted.calls())) {
      throw new IllegalArgumentException(
          "A limit of "
              + wanted.tokens()
              + " tokens and "
              + wanted.calls()
              + " calls is negative.\nMaybe use \"stopGracefully\" to end the run.");
    }
  }

  /** The limits of a checked budget. */
  static BudgetLimit limit(RunExperiment.Budget wanted) {
    String usd = wanted.usd();
    Long micros = usd == null ? null : new BigDecimal(usd).movePointRight(6).longValueExact();
    return new BudgetLimit(micros, wanted.tokens(), wanted.calls());
  }

  private static boolean named(@Nullable String alias) {
    return alias != null && alias.matches("[a-z0-9][a-z0-9-]{0,62}");
  }

  private static boolean negative(@Nullable Long limit) {
    return limit != null && limit < 0;
  }
}
