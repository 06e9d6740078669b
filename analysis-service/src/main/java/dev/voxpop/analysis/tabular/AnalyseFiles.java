package dev.voxpop.analysis.tabular;

import dev.voxpop.analysis.comparison.PersonaWeighting;
import dev.voxpop.analysis.comparison.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be analysed.
 *
 * @param humans one row a person
 * @param responses one row a persona
 * @param out folder for the report and its files
 * @param questions where the questions are declared
 * @param columns the columns with a meaning of their own
 * @param reverse ids of negatively worded questions, beside those that a questionnaire flags
 * @param effort iterations and seed
 * @param extras what is left alone in most analyses
 */
public record AnalyseFiles(
    Path humans,
    Path responses,
    Path out,
    Questions questions,
    Columns columns,
    Set<String> reverse,
    Effort effort,
    Extras extras) {

  /** Copies the set. */
  public AnalyseFiles {
    reverse = Set.copyOf(reverse);
  }

  /** An analysis that leaves the rest alone. */
  public AnalyseFiles(
      Path humans,
      Path responses,
      Path out,
      Questions questions,
      Columns columns,
      Set<String> reverse,
      Effort effort) {
    this(humans, responses, out, questions, columns, reverse, effort, Extras.NONE);
  }

  /** Where the questions are declared. */
  public sealed interface Questions {

    /** In a wave file. */
    record Questionnaire(Path file) implements Questions {}

    /** As {@code A1:6,A2:6}: ordinal questions with the codes 1 … K. */
    record Items(String list) implements Questions {}
  }

  /**
   * Columns with a meaning of their own.
   *
   * @param weights survey weight of a person; everybody counts once without it
   * @param arm names the arm of a response; one arm without it
   * @param cluster names the story of a response; every row is its own without it
   */
  public record Columns(Optional<String> weights, Optional<String> arm, Optional<String> cluster) {}

  /** Iterations and seed. */
  public record Effort(int splits, int bootstrap, long seed) {}

  /**
   * What is left alone in most analyses.
   *
   * @param pairing how responses know their people
   * @param groups columns that divide people, or two of them as {@code A*B}
   * @param factors columns that say how a response was asked for
   * @param unknown what becomes of codes that are not declared
   * @param options how bound, intervals and p-values are made
   * @param personaWeights how personas are weighted in the headline
   * @param probabilities table of what personas gave where they were not asked to choose
   */
  public record Extras(
      Optional<Pairing> pairing,
      List<String> groups,
      List<String> factors,
      UnknownCodes unknown,
      Settings.Options options,
      PersonaWeights personaWeights,
      Optional<Path> probabilities) {

    /** Nothing of it. */
    public static final Extras NONE =
        new Extras(
            Optional.empty(), List.of(), List.of(), UnknownCodes.FAIL, Settings.Options.USUAL);

    /** Copies the lists; weights of matched people need a pairing. */
    public Extras {
      groups = List.copyOf(groups);
      factors = List.copyOf(factors);
      if (personaWeights.weighting() == PersonaWeighting.ROW && pairing.isEmpty()) {
        throw new IllegalArgumentException(
            "Weights of matched people need to know who is matched.\nMaybe add --id and --respondent.");
      }
    }

    /** Personas that count once each. */
    public Extras(
        Optional<Pairing> pairing,
        List<String> groups,
        List<String> factors,
        UnknownCodes unknown,
        Settings.Options options) {
      this(pairing, groups, factors, unknown, options, PersonaWeights.none(), Optional.empty());
    }

    /** The same with other weights of personas. */
    public Extras weighing(PersonaWeights other) {
      return new Extras(pairing, groups, factors, unknown, options, other, probabilities);
    }

    /** The same with probabilities. */
    public Extras withProbabilities(Optional<Path> table) {
      return new Extras(pairing, groups, factors, unknown, options, personaWeights, table);
    }
  }

  /**
   * How responses know their people.
   *
   * @param id column that names a person
   * @param respondent column of a response that names its person; empty where it has none
   */
  public record Pairing(String id, String respondent) {}

  /** What becomes of codes that are not declared. */
  public enum UnknownCodes {
    /** They stop the analysis. */
    FAIL,
    /** They are missing. */
    MISSING
  }
}
