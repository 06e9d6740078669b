package dev.voxpop.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.standalone.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class VoxpopCommandTest {

  static List<String> commands() {
    List<String> names = new ArrayList<>(VoxpopCommand.line().getSubcommands().keySet());
    names.remove("help");
    return names;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_isShortAndGivesAnExampleOfTheCommand(String command) {
    CommandLine one = Objects.requireNonNull(VoxpopCommand.line().getSubcommands().get(command));
    String usage = one.getUsageMessage();
    assertThat(usage.lines().count()).isLessThanOrEqualTo(40);
    boolean parent = !one.getSubcommands().isEmpty();
    assertThat(usage).contains(parent ? "Commands:" : "Example: ./voxpop " + command);
  }

  @Test
  void misspeltCommand_isAWrongUseWithASuggestion() {
    CommandLine line = VoxpopCommand.line();
    StringWriter errors = new StringWriter();
    line.setErr(new PrintWriter(errors));
    assertThat(line.execute("statsu")).isEqualTo(ExitCode.USAGE);
    assertThat(errors.toString()).contains("statsu").contains("voxpop status");
  }
}
