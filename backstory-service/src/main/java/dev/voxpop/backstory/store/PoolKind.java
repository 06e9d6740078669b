package dev.voxpop.backstory.store;

import java.util.Arrays;

/** Where the stories of a pool come from. */
public enum PoolKind {
  GENERATED("generated"),
  PRIMED("primed"),
  IMPORTED("imported");

  private final String wireName;

  PoolKind(String wireName) {
    this.wireName = wireName;
  }

  /** The value in rows and documents. */
  public String wireName() {
    return wireName;
  }

  static PoolKind of(String wireName) {
    return Arrays.stream(values())
        .filter(kind -> kind.wireName.equals(wireName))
        .findFirst()
        .orElseThrow();
  }
}
