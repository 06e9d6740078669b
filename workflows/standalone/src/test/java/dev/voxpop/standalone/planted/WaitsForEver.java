package dev.voxpop.standalone.planted;

import io.temporal.activity.ActivityOptions;

/** Breaks a rule of the house on purpose. */
public final class WaitsForEver {

  private WaitsForEver() {}

  /** Options without an end. */
  public static ActivityOptions options() {
    return ActivityOptions.newBuilder().setTaskQueue("nowhere").build();
  }
}
