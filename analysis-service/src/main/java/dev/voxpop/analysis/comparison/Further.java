package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.audit.FactorShare;
import dev.voxpop.analysis.bound.SizeMatched;
import dev.voxpop.analysis.compliance.OrderEffect;
import dev.voxpop.analysis.distance.Distance;
import dev.voxpop.analysis.uncertainty.VarianceSplit;
import java.util.List;
import java.util.Optional;

/**
 * What is computed of an arm beside the headline.
 *
 * @param sizeMatched distances of as many personas as half of the people; only on request
 * @param firstAttempts distances without re-asked answers; empty without histories
 * @param orderEffects by question; empty without histories
 * @param variance by question
 * @param rectified by question and option; empty where there are too few people with an answer
 * @param audit by question, one a varied factor
 */
public record Further(
    Optional<SizeMatched> sizeMatched,
    Optional<FirstAttemptFindings> firstAttempts,
    List<OrderFindings> orderEffects,
    List<VarianceSplit> variance,
    List<RectifiedQuestion> rectified,
    List<List<FactorShare>> audit) {

  /** Copies the lists. */
  public Further {
    orderEffects = List.copyOf(orderEffects);
    variance = List.copyOf(variance);
    rectified = List.copyOf(rectified);
    audit = audit.stream().map(List::copyOf).toList();
  }

  /**
   * An order effect and the distances under the two directions of a scale.
   *
   * @param ascending distances of the answers given to options displayed as declared
   * @param descending of those given to options displayed the other way round
   */
  public record OrderFindings(OrderEffect effect, Distance ascending, Distance descending) {}
}
