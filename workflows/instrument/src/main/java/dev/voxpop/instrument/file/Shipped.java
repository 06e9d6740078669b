package dev.voxpop.instrument.file;

import dev.voxpop.instrument.format.Phrases;
import dev.voxpop.instrument.trait.Trait;
import dev.voxpop.instrument.trait.Traits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What this module ships: traits, waves and the fixed words around questions. */
public final class Shipped {
  private static final String CATALOGUE = "catalogue.yaml";

  private Shipped() {}

  /** The shipped traits and their named sets. */
  public static Traits traits() {
    Section catalogue = catalogue();
    Map<String, Trait> byId = new LinkedHashMap<>();
    for (String id : catalogue.texts("traits")) {
      SourceFile file = SourceFile.shipped("traits/" + id + ".yaml");
      byId.put(id, TraitReader.read(file).orElseThrow());
    }
    Map<String, List<String>> sets = new LinkedHashMap<>();
    Section named = catalogue.section("traitSets").orElseThrow();
    named.keys().forEach(name -> sets.put(name, named.texts(name)));
    return new Traits(byId, sets);
  }

  /** The shipped wave files. */
  public static List<SourceFile> waveFiles() {
    return catalogue().texts("waves").stream()
        .map(id -> SourceFile.shipped("waves/" + id + ".yaml"))
        .toList();
  }

  /** The shipped English words around questions. */
  public static Phrases phrases() {
    return PhrasesReader.standard();
  }

  private static Section catalogue() {
    Problems problems = new Problems();
    Node root = DocumentParser.parse(SourceFile.shipped(CATALOGUE), problems).orElseThrow();
    return Section.of(root, "", problems).only("traits", "traitSets", "waves");
  }
}
