package dev.voxpop.standalone.command;

import dev.voxpop.standalone.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of the command line. */
@Command(
    name = "voxpop",
    description = "Survey experiments on virtual personas.",
    mixinStandardHelpOptions = true,
    version = "voxpop 0.1.0",
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      ValidateCommand.class,
      InitCommand.class,
      UpCommand.class,
      StatusCommand.class,
      ReportCommand.class,
      SamplePanelCommand.class,
      MatchCommand.class,
      AnalyzeCommand.class,
      InstallCommand.class
    })
public final class VoxpopCommand {

  private VoxpopCommand() {}

  /** Runs the command that {@code args} name and answers with the exit code. */
  public static int run(String... args) {
    CommandLine line = new CommandLine(new VoxpopCommand());
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          command.getErr().println("voxpop: " + message(failure));
          if (System.getenv("VOXPOP_DEBUG") != null) {
            failure.printStackTrace(command.getErr());
          }
          return failure instanceof UserError user ? user.exitCode() : ExitCode.DEFECT;
        });
    if (args.length == 0) {
      line.usage(System.out);
      return ExitCode.USAGE;
    }
    return line.execute(args);
  }

  private static String message(Exception failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : message;
  }
}
