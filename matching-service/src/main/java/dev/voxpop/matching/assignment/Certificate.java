package dev.voxpop.matching.assignment;

/**
 * The proof that no assignment of the same capacity has a larger value.
 *
 * <p>Dual values u ≥ 0 of humans and y ≥ 0 of personas cover every pair: u(i) + y(j) ≥ value(i, j).
 * Their sum Σ u + capacity · Σ y bounds every assignment from above; here it equals the value
 * found. All numbers are in units of the objective.
 *
 * @param objective what was maximised
 * @param total value of the pairs
 * @param bound sum of the dual values
 * @param gap |bound − total|
 * @param violation largest amount by which a pair exceeds its duals, at most half a rounding unit
 * @param solver name of the procedure that found it
 */
public record Certificate(
    Objective objective, double total, double bound, double gap, double violation, String solver) {}
