package dev.voxpop.worker.document;

import dev.voxpop.contracts.problem.Problem;

/** A document that cannot even be read as one strict JSON object. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  Refused(String pointer, String detail, String suggestion) {
    super(detail);
    this.problem = new Problem(pointer, detail, suggestion);
  }

  Problem problem() {
    return problem;
  }
}
