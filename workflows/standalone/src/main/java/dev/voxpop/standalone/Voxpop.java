package dev.voxpop.standalone;

import dev.voxpop.standalone.command.VoxpopCommand;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The entry point: reads the command line; commands that need the stages start them. */
@QuarkusMain
public final class Voxpop {

  private Voxpop() {}

  /** Runs one command and exits with its code. */
  public static void main(String... args) {
    System.exit(VoxpopCommand.run(args));
  }
}
