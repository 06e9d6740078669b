package dev.voxpop.worker.document;

import dev.voxpop.contracts.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A list of problems as people read it. */
public final class ProblemList {

  private ProblemList() {}

  /** The problems that are listed; the others are only counted. */
  public static List<Problem> listed(List<Problem> problems) {
    return problems.stream().limit(Problem.MOST_LISTED).toList();
  }

  /** At most twenty problems, one a line with its advice below, and how many more there are. */
  public static String text(List<Problem> problems) {
    String listed =
        problems.stream()
            .limit(Problem.MOST_LISTED)
            .map(Problem::text)
            .collect(Collectors.joining("\n"));
    int more = problems.size() - Problem.MOST_LISTED;
    return problems.size()
        + (problems.size() == 1 ? " problem" : " problems")
        + " in the document\n"
        + listed
        + (more > 0 ? "\nand " + more + " more" : "");
  }
}
