package dev.voxpop.worker.activity;

import dev.voxpop.contracts.experiments.Admission.Outcome;
import java.util.Map;

/**
 * What a run may do with an experiment.
 *
 * @param run counts the runs of the experiment, from 0
 * @param paused whether an operator's pause is in force
 * @param concurrency what operators ordered for model aliases
 */
record Claim(Outcome outcome, int run, boolean paused, Map<String, Integer> concurrency) {

  static final Claim PLANNED = new Claim(Outcome.PLANNED, 0, false, Map.of());
}
