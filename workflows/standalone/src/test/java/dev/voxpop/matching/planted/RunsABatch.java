package dev.voxpop.matching.planted;

import dev.voxpop.interviewing.Steering;

/** A class of a stage that pays for no calls, with the tools of those that do. */
public record RunsABatch(Steering steering) {}
