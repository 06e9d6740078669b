package dev.voxpop.matching.assignment;

/**
 * A running sum of doubles that carries the rounding error along.
 *
 * <p>Neumaier, A. (1974). Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen.
 * ZAMM 54, 39–51. doi:10.1002/zamm.19740540106
 */
final class CompensatedSum {

  private double sum;
  private double error;

  void add(double term) {
    double next = sum + term;
    error += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
    sum = next;
  }

  double value() {
    return sum + error;
  }
}
