package dev.voxpop.contracts.survey;

import dev.voxpop.contracts.experiment.SurveySpec;
import dev.voxpop.contracts.experiment.TraitSpec;

/** Enrols a pool for the demographic survey; the wave says in which order options may stand. */
public record EnrolStories(String experiment, String pool, TraitSpec traits, SurveySpec survey) {}
