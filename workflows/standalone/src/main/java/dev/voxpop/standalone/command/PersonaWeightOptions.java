package dev.voxpop.standalone.command;

import dev.voxpop.analysis.comparison.PersonaWeighting;
import dev.voxpop.analysis.tabular.PersonaWeights;
import dev.voxpop.standalone.ExitCode;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much each persona counts: a rule, or a file of raked weights. */
final class PersonaWeightOptions {

  @Option(
      names = "--persona-weights",
      paramLabel = "WORD",
      description = "none, human (the matched person's) or per-story (default: none)")
  private String personaWeights = "none";

  @Option(
      names = "--raked",
      paramLabel = "FILE",
      description = "weights of personas as ./voxpop rake writes them; with --persona")
  private @Nullable Path raked;

  @Option(names = "--persona", paramLabel = "COL", description = "names the persona of a response")
  private @Nullable String persona;

  PersonaWeights chosen() {
    PersonaWeighting word =
        Words.choice(
            "--persona-weights",
            personaWeights,
            Map.of(
                "none", PersonaWeighting.NONE,
                "human", PersonaWeighting.ROW,
                "per-story", PersonaWeighting.PER_STORY));
    if (raked == null) {
      return new PersonaWeights.Plain(word);
    }
    if (word != PersonaWeighting.NONE) {
      throw new UserError(
          ExitCode.USAGE,
          "Personas are weighted twice.\nMaybe leave out --raked or --persona-weights.");
    }
    if (persona == null) {
      throw new UserError(
          ExitCode.USAGE, "Nothing says which persona a response is of.\nMaybe add --persona COL.");
    }
    return new PersonaWeights.Raked(raked, persona);
  }
}
