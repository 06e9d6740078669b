package dev.voxpop.hosting;

import io.temporal.common.VersioningBehavior;
import io.temporal.common.WorkerDeploymentVersion;
import io.temporal.worker.WorkerDeploymentOptions;
import java.util.Optional;

/**
 * The version of the workers of this process, where one is configured: a workflow stays with the
 * version that it began on, until it continues in a new history.
 */
final class WorkerVersion {

  private WorkerVersion() {}

  /**
   * What the server is told; empty when neither name nor build is configured.
   *
   * @throws IllegalStateException when only one of both is
   */
  static Optional<WorkerDeploymentOptions> of(TemporalConfig config) {
    if (config.deploymentName().isPresent() != config.buildId().isPresent()) {
      throw new IllegalStateException(
          "Of voxpop.temporal.deployment-name (%s) and voxpop.temporal.build-id (%s) one is missing.\nMaybe set both, or neither."
              .formatted(
                  config.deploymentName().orElse("not set"), config.buildId().orElse("not set")));
    }
    return config.deploymentName().flatMap(name -> config.buildId().map(id -> of(name, id)));
  }

  private static WorkerDeploymentOptions of(String name, String buildId) {
    return WorkerDeploymentOptions.newBuilder()
        .setUseVersioning(true)
        .setVersion(new WorkerDeploymentVersion(name, buildId))
        .setDefaultVersioningBehavior(VersioningBehavior.PINNED)
        .build();
  }
}
