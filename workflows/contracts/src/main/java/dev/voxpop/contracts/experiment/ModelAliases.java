package dev.voxpop.contracts.experiment;

/** Which configured model serves which purpose; always aliases, never addresses. */
public record ModelAliases(
    String interview, String stories, String judge, String reader, String critic) {

  /** One alias for every purpose. */
  public static ModelAliases all(String alias) {
    return new ModelAliases(alias, alias, alias, alias, alias);
  }
}
