package dev.voxpop.instrument.format;

import dev.voxpop.contracts.experiment.Roles;
import dev.voxpop.contracts.identity.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The fixed words around questions in one language.
 *
 * @param version name of the wording
 * @param roles role words of every kind but none
 * @param consistency line that asks for answers consistent with what went before
 * @param forcing answer-forcing line
 * @param bioIntro question that opens a bio text
 * @param portrayIntro sentence that opens a portray text
 */
public record Phrases(
    String version,
    Map<Roles, RoleWords> roles,
    String consistency,
    Forcing forcing,
    String bioIntro,
    String portrayIntro) {
  public Phrases {
    Objects.requireNonNull(version);
    Objects.requireNonNull(consistency);
    Objects.requireNonNull(forcing);
    Objects.requireNonNull(bioIntro);
    Objects.requireNonNull(portrayIntro);
    roles = Map.copyOf(roles);
    for (Roles kind : Roles.values()) {
      if (kind != Roles.NONE && !roles.containsKey(kind)) {
        throw new IllegalArgumentException(
            "Phrases %s lack the role words %s.\nMaybe add asker and answerer."
                .formatted(version, kind));
      }
    }
  }

  /** SHA-256 of all words, 64 hex digits, for provenance. */
  public String sha256() {
    List<String> words = new ArrayList<>();
    for (Roles kind : Roles.values()) {
      roleWords(kind)
          .ifPresent(
              pair ->
                  words.addAll(
                      List.of(kind.wireName(), pair.asker(), pair.answerer(), pair.connector())));
    }
    words.addAll(List.of(consistency, bioIntro, portrayIntro));
    words.addAll(
        List.of(
            forcing.before(),
            forcing.pair(),
            forcing.separator(),
            forcing.last(),
            forcing.after()));
    return Sha256.hex(String.join("\u001f", words));
  }

  /** Role words of a kind; empty for none. */
  public Optional<RoleWords> roleWords(Roles kind) {
    return Optional.ofNullable(roles.get(kind));
  }

  /**
   * The answer-forcing line's words.
   *
   * @param before what stands before the marks
   * @param pair what joins two marks
   * @param separator what joins marks of a longer list
   * @param last what joins the last mark of a longer list
   * @param after what stands after the marks
   */
  public record Forcing(String before, String pair, String separator, String last, String after) {
    public Forcing {
      Objects.requireNonNull(before);
      Objects.requireNonNull(pair);
      Objects.requireNonNull(separator);
      Objects.requireNonNull(last);
      Objects.requireNonNull(after);
    }
  }
}
