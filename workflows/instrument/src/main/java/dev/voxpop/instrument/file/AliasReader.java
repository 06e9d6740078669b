package dev.voxpop.instrument.file;

import dev.voxpop.instrument.item.Alias;
import dev.voxpop.instrument.item.AliasScope;
import dev.voxpop.instrument.item.LetterCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The reading of aliases: a list of texts or {text, scope, case}, or a mapping of scope to such a
 * list.
 */
final class AliasReader {
  private static final String KEY = "aliases";

  private AliasReader() {}

  /** The aliases of a section; none when it has no such key. */
  static List<Alias> read(Section section) {
    if (section.node(KEY).orElse(null) instanceof Node.Mapping) {
      return grouped(section.section(KEY).orElseThrow());
    }
    return list(section, KEY, AliasScope.ANYWHERE);
  }

  private static List<Alias> grouped(Section scopes) {
    List<Alias> aliases = new ArrayList<>();
    scopes.only("anywhere", "whole", "start", "self", "kin", "fallback");
    for (AliasScope scope : AliasScope.values()) {
      aliases.addAll(list(scopes, scope.name().toLowerCase(Locale.ROOT), scope));
    }
    return List.copyOf(aliases);
  }

  private static List<Alias> list(Section section, String key, AliasScope scope) {
    return section.elements(key, element -> alias(element, scope, section.problems()));
  }

  private static Optional<Alias> alias(
      Section.Element element, AliasScope scope, Problems problems) {
    if (element.node() instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
      return Optional.of(Alias.of(scalar.text(), scope));
    }
    Section section = Section.of(element.node(), element.pointer(), problems);
    section.only("text", "scope", "case");
    String text = section.text("text");
    AliasScope own = section.choice("scope", AliasScope.class).orElse(scope);
    LetterCase letterCase = section.choice("case", LetterCase.class).orElse(LetterCase.ANY);
    return text.isBlank() ? Optional.empty() : Optional.of(new Alias(text, own, letterCase));
  }
}
