package dev.voxpop.worker.workflow.planted;

import java.util.HashMap;
import java.util.Map;

/** Breaks a rule of the house on purpose. */
public final class KeepsNoOrder {

  private KeepsNoOrder() {}

  /** A map whose order is nobody's business. */
  public static Map<String, String> map() {
    return new HashMap<>();
  }
}
