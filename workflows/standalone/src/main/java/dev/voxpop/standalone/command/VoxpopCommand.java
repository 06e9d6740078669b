package dev.voxpop.standalone.command;

import dev.voxpop.standalone.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

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
      PlanCommand.class,
      InitCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      WatchCommand.class,
      PauseCommand.class,
      ResumeCommand.class,
      StopCommand.class,
      CancelCommand.class,
      SetCommand.class,
      ReportCommand.class,
      ExportCommand.class,
      RebuildCommand.class,
      RepublishCommand.class,
      SamplePanelCommand.class,
      MatchCommand.class,
      RakeCommand.class,
      AnalyzeCommand.class,
      AuditCommand.class,
      VerifyCommand.class,
      BenchCommand.class,
      InstallCommand.class,
      HelpCommand.class
    })
public final class VoxpopCommand {

  private static final int HELP_WIDTH = 100;

  private VoxpopCommand() {}

  /** Runs the command that {@code args} name and answers with the exit code. */
  public static int run(String... args) {
    CommandLine line = line();
    if (args.length == 0) {
      line.usage(System.out);
      return ExitCode.USAGE;
    }
    return line.execute(args);
  }

  /** The command line with all commands. */
  static CommandLine line() {
    CommandLine line = new CommandLine(new VoxpopCommand());
    line.setUsageHelpWidth(HELP_WIDTH);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          command.getErr().println("voxpop: " + message(failure));
          if (System.getenv("VOXPOP_DEBUG") != null) {
            failure.printStackTrace(command.getErr());
          }
          return failure instanceof UserError user ? user.exitCode() : ExitCode.DEFECT;
        });
    return line;
  }

  private static String message(Exception failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : message;
  }
}
