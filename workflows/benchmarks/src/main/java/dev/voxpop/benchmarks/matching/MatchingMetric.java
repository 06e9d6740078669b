package dev.voxpop.benchmarks.matching;

import dev.voxpop.benchmarks.instance.Kind;
import dev.voxpop.matching.assignment.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is measured about matching, against which peer, and what must hold. */
public enum MatchingMetric {
  /** Exact maximum weight, most weights zero. */
  H1(Kind.SAMPLED, Method.MAXIMUM_WEIGHT, 10_000, 4510.716858719, "numpy,scipy", 300),
  /** Exact maximum weight, all weights positive. */
  H1D(Kind.DENSE, Method.MAXIMUM_WEIGHT, 10_000, 145.947955273, "numpy,scipy", 150),
  /** Exact maximum weight and the join of the matched rows. */
  H1E(Kind.SAMPLED, Method.MAXIMUM_WEIGHT, 10_000, 4510.716858719, "numpy,scipy,pandas", 300),
  /** Greedy choice. */
  H1G(Kind.SAMPLED, Method.GREEDY, 10_000, 7825.361874288, "numpy,scipy", 150),
  /** Exact maximum weight with a million personas; no peer can hold the matrix. */
  H1S(Kind.SAMPLED, Method.MAXIMUM_WEIGHT, 1_000_000, 9266.246673611, "", 2);

  private final Kind kind;
  private final Method method;
  private final int personas;
  private final double total;
  private final String modules;
  private final double must;

  MatchingMetric(
      Kind kind, Method method, int personas, double total, String modules, double must) {
    this.kind = kind;
    this.method = method;
    this.personas = personas;
    this.total = total;
    this.modules = modules;
    this.must = must;
  }

  /** Returns the metric of a name, whatever its case. */
  public static Optional<MatchingMetric> named(String name) {
    return Arrays.stream(values()).filter(metric -> metric.text().equals(fold(name))).findFirst();
  }

  /** Returns the name as it is typed. */
  public String text() {
    return fold(name());
  }

  public Kind kind() {
    return kind;
  }

  public Method method() {
    return method;
  }

  public int humans() {
    return 10_000;
  }

  public int personas() {
    return personas;
  }

  /** Returns the published total. */
  public double total() {
    return total;
  }

  /** Returns the Python modules that the peer imports; empty when there is no peer. */
  public String modules() {
    return modules;
  }

  public boolean hasPeer() {
    return !modules.isEmpty();
  }

  /** Returns the way of a stronger peer, where one is known. */
  public Optional<String> strongerWay() {
    return this == H1 ? Optional.of("h1x") : Optional.empty();
  }

  public boolean joins() {
    return this == H1E;
  }

  /** Returns the published starts of the hashes of the whole data of its kind. */
  public Map<String, String> checksums() {
    return Map.of("first 10000 people", kind.humans(), "first 10000 personas", kind.personas());
  }

  /** Returns how many times faster than the peer it must be, or the most seconds without peer. */
  public double must() {
    return must;
  }

  /** Returns the instance in words. */
  public String instance() {
    return "%s %dx%d".formatted(kind.text(), humans(), personas);
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
