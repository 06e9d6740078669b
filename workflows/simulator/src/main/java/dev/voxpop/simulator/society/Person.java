package dev.voxpop.simulator.society;

import dev.voxpop.simulator.attitude.AttitudeVector;
import dev.voxpop.simulator.trait.Traits;

/**
 * A member of the society: a key from which everything else about it follows, its traits, and what
 * it thinks.
 */
public record Person(long key, Traits traits, AttitudeVector attitude) {}
