package dev.voxpop.worker.activity;

import dev.voxpop.contracts.experiments.Admission.Outcome;

/**
 * What a run may do with an experiment.
 *
 * @param run counts the runs of the experiment, from 0
 * @param paused whether an operator's pause is in force
 */
record Claim(Outcome outcome, int run, boolean paused) {

  static final Claim PLANNED = new Claim(Outcome.PLANNED, 0, false);
}
