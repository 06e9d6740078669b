package dev.voxpop.matching.files;

import dev.voxpop.matching.assignment.Duals;
import dev.voxpop.matching.assignment.Problem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A table of dual values, one row per human and persona, for a checker that is not ours. */
final class DualsFile {

  private DualsFile() {}

  static void write(Path file, Problem problem, Duals duals) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("side,id,dual\n");
      for (int human = 0; human < problem.humans().size(); human++) {
        out.write(row("human", problem.humans().id(human), duals.human(human)));
      }
      for (int persona = 0; persona < problem.personas().size(); persona++) {
        out.write(row("persona", problem.personas().id(persona), duals.persona(persona)));
      }
    }
  }

  private static String row(String side, String id, double dual) {
    return PairFile.line(List.of(side, id, Double.toString(dual)));
  }
}
