package dev.voxpop.analysis.activity;

import dev.voxpop.contracts.analysis.AnalyseExperiment;
import dev.voxpop.contracts.analysis.AnalysisActivities;
import dev.voxpop.contracts.analysis.AwaitAnswers;
import dev.voxpop.contracts.analysis.ReportReceipt;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckRequest;
import dev.voxpop.hosting.Heartbeats;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The analysis stage's activities. */
@Singleton
public final class StagedAnalysisActivities implements AnalysisActivities {

  private final ChoiceCheck choices;
  private final AnswerWait wait;
  private final ReportWriting reports;

  @Inject
  public StagedAnalysisActivities(ChoiceCheck choices, AnswerWait wait, ReportWriting reports) {
    this.choices = choices;
    this.wait = wait;
    this.reports = reports;
  }

  @Override
  public CheckReport check(CheckRequest request) {
    return choices.check(request.document());
  }

  @Override
  public void awaitAnswers(AwaitAnswers request) {
    Failures.translated(
        () -> {
          request.arms().forEach(arm -> wait.await(request.experiment(), arm));
          return request;
        });
  }

  @Override
  public ReportReceipt analyse(AnalyseExperiment request) {
    try (var _ = Heartbeats.start("analysing")) {
      return Failures.translated(() -> reports.write(request));
    }
  }
}
