package dev.voxpop.contracts.experiments;

import dev.voxpop.contracts.experiment.BudgetLimit;

/** New limits of a run. */
public record LimitChange(String experiment, BudgetLimit limit) {}
