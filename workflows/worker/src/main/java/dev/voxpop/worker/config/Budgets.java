package dev.voxpop.worker.config;

import dev.voxpop.contracts.experiment.BudgetLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;

/** The limits of an experiment: its own, else those of the installation. */
@ApplicationScoped
public class Budgets {

  private final WorkerConfig config;

  /** Reads the installation's limits. */
  @Inject
  public Budgets(WorkerConfig config) {
    this.config = config;
  }

  /** The limits in force for a document. */
  public BudgetLimit limit(BudgetLimit own) {
    if (!own.equals(BudgetLimit.NONE)) {
      return own;
    }
    Long micros =
        config
            .budget()
            .defaultMoney()
            .map(money -> new BigDecimal(money).movePointRight(6).longValueExact())
            .orElse(null);
    return new BudgetLimit(micros, config.budget().defaultTokens().orElse(null), null);
  }
}
