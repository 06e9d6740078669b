package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.TaskQueues;
import dev.voxpop.contracts.analysis.AnalysisActivities;
import dev.voxpop.contracts.backstory.BackstoryActivities;
import dev.voxpop.contracts.experiments.ExperimentActivities;
import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.matching.MatchingActivities;
import dev.voxpop.contracts.survey.SurveyActivities;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Arrays;

/**
 * The stages as the workflows ask them. Every activity has a start-to-close time-out; retries never
 * run out, because a stage that is down is waited for, and failures that no retry can mend are
 * named once, here.
 */
final class Stages {

  private static final Duration MOMENT = Duration.ofSeconds(30);
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private Stages() {}

  static ExperimentActivities experiments(String summary) {
    return Workflow.newActivityStub(
        ExperimentActivities.class, moment(TaskQueues.EXPERIMENTS, summary));
  }

  static BackstoryActivities backstory(String summary) {
    return Workflow.newActivityStub(
        BackstoryActivities.class, lasting(TaskQueues.BACKSTORY, summary));
  }

  static BackstoryActivities backstoryMoment(String summary) {
    return Workflow.newActivityStub(
        BackstoryActivities.class, moment(TaskQueues.BACKSTORY, summary));
  }

  static SurveyActivities survey(String summary) {
    return Workflow.newActivityStub(SurveyActivities.class, lasting(TaskQueues.SURVEY, summary));
  }

  static SurveyActivities surveyMoment(String summary) {
    return Workflow.newActivityStub(SurveyActivities.class, moment(TaskQueues.SURVEY, summary));
  }

  static MatchingActivities matching(String summary) {
    return Workflow.newActivityStub(
        MatchingActivities.class, lasting(TaskQueues.MATCHING, summary));
  }

  static MatchingActivities matchingMoment(String summary) {
    return Workflow.newActivityStub(MatchingActivities.class, moment(TaskQueues.MATCHING, summary));
  }

  static AnalysisActivities analysis(String summary) {
    return Workflow.newActivityStub(
        AnalysisActivities.class, lasting(TaskQueues.ANALYSIS, summary));
  }

  static AnalysisActivities analysisMoment(String summary) {
    return Workflow.newActivityStub(AnalysisActivities.class, moment(TaskQueues.ANALYSIS, summary));
  }

  private static ActivityOptions moment(String queue, String summary) {
    return ActivityOptions.newBuilder()
        .setTaskQueue(queue)
        .setStartToCloseTimeout(MOMENT)
        .setRetryOptions(patience())
        .setSummary(summary)
        .build();
  }

  private static ActivityOptions lasting(String queue, String summary) {
    return ActivityOptions.newBuilder(moment(queue, summary))
        .setStartToCloseTimeout(LONG)
        .setHeartbeatTimeout(HEARTBEAT)
        .build();
  }

  private static RetryOptions patience() {
    return RetryOptions.newBuilder()
        .setInitialInterval(Duration.ofSeconds(1))
        .setBackoffCoefficient(2)
        .setMaximumInterval(Duration.ofSeconds(30))
        .setDoNotRetry(
            Arrays.stream(FailureType.values())
                .filter(type -> type.retry() == FailureType.Retry.NEVER)
                .map(FailureType::wireName)
                .toArray(String[]::new))
        .build();
  }
}
