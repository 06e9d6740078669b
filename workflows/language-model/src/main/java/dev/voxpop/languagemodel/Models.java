package dev.voxpop.languagemodel;

import dev.voxpop.contracts.problem.Problem;
import java.util.Optional;
import java.util.SortedSet;

/** The configured models, by alias. */
public interface Models {

  /** All aliases. */
  SortedSet<String> names();

  /** The model of an alias, if there is one. */
  Optional<ModelEndpoint> find(String alias);

  /**
   * The model of an alias that was checked before.
   *
   * @throws IllegalArgumentException when no such alias is configured
   */
  default ModelEndpoint byAlias(String alias) {
    return find(alias).orElseThrow(() -> new IllegalArgumentException(unknown("", alias).text()));
  }

  /** The problem of a document that names an unknown alias at {@code pointer}. */
  default Problem unknown(String pointer, String alias) {
    return UnknownAlias.problem(pointer, alias, names());
  }
}
