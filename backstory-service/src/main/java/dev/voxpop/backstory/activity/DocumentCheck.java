package dev.voxpop.backstory.activity;

import dev.voxpop.backstory.store.PoolKind;
import dev.voxpop.backstory.store.PoolRow;
import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiment.PoolChoice;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import dev.voxpop.languagemodel.ModelEndpoint;
import dev.voxpop.languagemodel.Models;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What this stage has to say about a document: its aliases and its imported pools. */
@ApplicationScoped
public class DocumentCheck {

  private static final String EMBEDDING = "embedding";

  private final Models models;

  /** Checks against the configured models. */
  @Inject
  public DocumentCheck(Models models) {
    this.models = models;
  }

  /** All problems, and the facts that planning needs. */
  @Transactional
  public CheckReport check(ExperimentDocument document) {
    List<Problem> problems = new ArrayList<>();
    Map<String, ModelFacts> facts = new LinkedHashMap<>();
    aliases(document)
        .forEach(
            (pointer, alias) ->
                alias(pointer, alias, problems).ifPresent(f -> facts.put(alias, f)));
    Map<String, Integer> pools = pools(document, problems);
    return new CheckReport(problems, null, null, List.copyOf(facts.values()), pools);
  }

  private static Map<String, String> aliases(ExperimentDocument document) {
    Map<String, String> aliases = new LinkedHashMap<>();
    aliases.put("/models/stories", document.models().stories());
    aliases.put("/models/judge", document.models().judge());
    aliases.put("/models/critic", document.models().critic());
    return aliases;
  }

  private Optional<ModelFacts> alias(String pointer, String alias, List<Problem> problems) {
    Optional<ModelFacts> facts = models.find(alias).map(ModelEndpoint::facts);
    if (facts.isEmpty()) {
      problems.add(models.unknown(pointer, alias));
    } else if (facts.get().kind().equals(EMBEDDING)) {
      problems.add(
          new Problem(
              pointer,
              "Alias \"%s\" is a model of kind embedding; it writes nothing.".formatted(alias),
              "name an alias of kind completion or chat."));
    }
    return facts;
  }

  private static Map<String, Integer> pools(ExperimentDocument document, List<Problem> problems) {
    SortedMap<String, Integer> stories = new TreeMap<>();
    document
        .pools()
        .forEach(
            (name, choice) -> {
              PoolChoice.Import imported = choice.imported();
              if (imported != null) {
                String pointer = "/pools/" + escaped(name) + "/import/pool";
                imported(imported.pool(), pointer, problems)
                    .ifPresent(row -> stories.put(row.id, row.stories));
              }
            });
    return stories;
  }

  private static Optional<PoolRow> imported(String pool, String pointer, List<Problem> problems) {
    Optional<PoolRow> found =
        PoolRow.<PoolRow>findByIdOptional(pool).filter(row -> row.state.equals("closed"));
    if (found.isEmpty()) {
      List<String> known =
          PoolRow.<PoolRow>list("kind = ?1 order by id", PoolKind.IMPORTED.wireName()).stream()
              .map(row -> row.id)
              .toList();
      problems.add(
          new Problem(
              pointer,
              "There is no imported pool \"%s\".".formatted(pool),
              known.isEmpty() ? "import it first." : "it is one of %s.".formatted(known)));
    }
    return found;
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
