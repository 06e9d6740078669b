package dev.voxpop.standalone.command;

import dev.voxpop.analysis.tabular.AnalyseFiles.Questions;
import dev.voxpop.standalone.ExitCode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The two ways in which a command line declares questions, of which exactly one is taken. */
final class QuestionOptions {

  @Option(
      names = "--questionnaire",
      paramLabel = "FILE",
      description = "wave file that declares the questions")
  private @Nullable Path questionnaire;

  @Option(
      names = "--items",
      paramLabel = "LIST",
      description = "ordinal questions with codes 1 … K, as A1:6,A2:6")
  private @Nullable String items;

  Questions chosen() {
    if (questionnaire != null && items != null) {
      throw new UserError(
          ExitCode.USAGE,
          "Questions are declared twice.\nMaybe leave out --items or --questionnaire.");
    }
    if (questionnaire != null) {
      return new Questions.Questionnaire(questionnaire);
    }
    if (items == null) {
      throw new UserError(
          ExitCode.USAGE,
          "No questions are declared.\nMaybe add --items A1:6,A2:6 or --questionnaire FILE.");
    }
    return new Questions.Items(items);
  }
}
