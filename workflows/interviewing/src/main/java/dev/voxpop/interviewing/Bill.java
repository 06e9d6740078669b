package dev.voxpop.interviewing;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.languagemodel.ModelEndpoint;
import dev.voxpop.languagemodel.ModelFailure;

/**
 * What ended calls cost.
 *
 * @param settled calls, tokens and money, lost calls at their worst case
 * @param lostCalls calls of which nobody knows how they ended
 */
public record Bill(Allowance settled, long lostCalls) {
  /** Nothing was called. */
  public static final Bill NONE = new Bill(Allowance.NONE, 0);

  /** The sum. */
  public Bill plus(Bill other) {
    return new Bill(settled.plus(other.settled), lostCalls + other.lostCalls);
  }

  /** The bill of a call that failed, as its charge says. */
  static Bill of(ModelEndpoint endpoint, ModelFailure failure, Allowance worstCase) {
    return switch (failure.charge()) {
      case UNSENT -> NONE;
      case NONE -> new Bill(new Allowance(1, 0, 0), 0);
      case UNKNOWN -> new Bill(worstCase, 1);
      case REPORTED ->
          failure
              .usage()
              .map(usage -> new Bill(endpoint.billed(usage), 0))
              .orElse(new Bill(worstCase, 1));
    };
  }
}
