package dev.voxpop.standalone.command;

import dev.voxpop.analysis.tabular.AnalyseFiles.Questions;
import dev.voxpop.standalone.ExitCode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The two ways in which a command line declares questions, of which exactly one is taken. */
final class QuestionOptions {

  private QuestionOptions() {}

  static Questions of(@Nullable Path questionnaire, @Nullable String items) {
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
