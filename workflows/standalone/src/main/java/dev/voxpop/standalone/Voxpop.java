package dev.voxpop.standalone;

import dev.voxpop.standalone.command.VoxpopCommand;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The entry point: reads the command line; commands that need the stages start them. */
@QuarkusMain
public final class Voxpop {

  private Voxpop() {}

  /** Runs one command and exits with its code. */
  public static void main(String... args) {
    keepNoDebugLines();
    System.exit(VoxpopCommand.run(args));
  }

  /**
   * Until the stages have set up logging, every line of any level is kept in memory for them, and
   * commands on files never start a stage: a table's writer alone would say a line for each cell.
   */
  private static void keepNoDebugLines() {
    Logger.getLogger("").setLevel(Level.INFO);
  }
}
