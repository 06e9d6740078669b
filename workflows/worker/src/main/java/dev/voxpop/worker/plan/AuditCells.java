package dev.voxpop.worker.plan;

import dev.voxpop.contracts.experiment.ArmChoice;
import dev.voxpop.contracts.experiment.AskedOrder;
import dev.voxpop.contracts.experiment.AuditChoice;
import dev.voxpop.contracts.experiment.AuditFactor;
import dev.voxpop.contracts.experiment.AuditSpec;
import dev.voxpop.contracts.experiment.Bracket;
import dev.voxpop.contracts.experiment.DecodingChoice;
import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiment.PersonaWeights;
import dev.voxpop.contracts.experiment.PromptFormat;
import dev.voxpop.contracts.experiment.SurveyChoice;
import dev.voxpop.contracts.experiment.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The cells of an audit as arms: the audited arm with other settings of what is varied. All other
 * settings, the stories or pairs, and so the personas, are those of the audited arm.
 */
final class AuditCells {

  private final AuditSpec spec;
  private final int pilot;
  private final ArmChoice audited;
  private final SurveyChoice survey;
  private final PromptFormat format;
  private final DecodingChoice decoding;

  private AuditCells(ExperimentDocument document, Facts facts, AuditChoice audit) {
    this.spec = named(audit, facts.auditCells());
    this.pilot =
        document.pilot() == null ? audit.personas() : Math.min(document.pilot(), audit.personas());
    this.audited =
        Defaults.arms(document).stream()
            .filter(arm -> arm.id().equals(audit.arm()))
            .findFirst()
            .orElseThrow();
    this.survey = audited.survey() == null ? document.survey() : audited.survey();
    this.format = Defaults.format(document, facts, audited);
    this.decoding = audited.decoding() == null ? document.decoding() : audited.decoding();
  }

  /** The cells of a document's audit; empty without an audit or a design for it. */
  static Optional<AuditCells> of(ExperimentDocument document, Facts facts) {
    AuditChoice audit = document.audit();
    return audit == null || facts.auditCells().isEmpty()
        ? Optional.empty()
        : Optional.of(new AuditCells(document, facts, audit));
  }

  private static AuditSpec named(AuditChoice chosen, List<List<Integer>> design) {
    List<AuditSpec.Cell> cells = new ArrayList<>();
    for (int cell = 0; cell < design.size(); cell++) {
      String id = String.format(Locale.ROOT, "%s-audit-%02d", chosen.arm(), cell + 1);
      cells.add(new AuditSpec.Cell(id, design.get(cell)));
    }
    return new AuditSpec(chosen.arm(), chosen.factors(), cells);
  }

  /** The audit with names for its cells. */
  AuditSpec spec() {
    return spec;
  }

  /** How many of the roster answer in every cell. */
  int pilot() {
    return pilot;
  }

  /** One arm a cell, in the order of the design. */
  List<ArmChoice> arms() {
    return spec.cells().stream().map(this::arm).toList();
  }

  /** Answers are counted, not weighted: the shares of an audit are of single answers. */
  private ArmChoice arm(AuditSpec.Cell cell) {
    Map<AuditFactor, String> levels = new EnumMap<>(AuditFactor.class);
    for (int f = 0; f < spec.factors().size(); f++) {
      var varied = spec.factors().get(f);
      levels.put(varied.factor(), varied.levels().get(cell.levels().get(f)));
    }
    return new ArmChoice(
        cell.arm(),
        audited.baseline(),
        audited.stories(),
        audited.matching(),
        audited.append(),
        PersonaWeights.NONE,
        audited.models(),
        format(levels),
        decoding(levels.get(AuditFactor.TEMPERATURE)),
        survey(levels));
  }

  private PromptFormat format(Map<AuditFactor, String> levels) {
    return new PromptFormat(
        either(levels.get(AuditFactor.SYMBOL), Symbol.values(), Symbol::wireName, format.symbol()),
        either(
            levels.get(AuditFactor.BRACKET), Bracket.values(), Bracket::wireName, format.bracket()),
        format.roles(),
        format.mode());
  }

  /** Only answers are compared, so token probabilities are not read. */
  private DecodingChoice decoding(@Nullable String temperature) {
    return new DecodingChoice(
        temperature == null ? decoding.temperature() : Double.parseDouble(temperature),
        decoding.topP(),
        decoding.maxTokens(),
        decoding.maxAttempts());
  }

  private SurveyChoice survey(Map<AuditFactor, String> levels) {
    return new SurveyChoice(
        survey.wave(),
        survey.questionSet(),
        survey.questions(),
        survey.repeats(),
        survey.inSeries(),
        random(levels.get(AuditFactor.QUESTION_ORDER), survey.randomiseQuestions()),
        random(levels.get(AuditFactor.OPTION_ORDER), survey.randomiseOptions()),
        survey.consistencyLine(),
        survey.forcingLine(),
        survey.onNoValue(),
        survey.reAskRefusals());
  }

  private static @Nullable Boolean random(@Nullable String level, @Nullable Boolean otherwise) {
    return level == null ? otherwise : Boolean.valueOf(AskedOrder.RANDOM.wireName().equals(level));
  }

  private static <E extends Enum<E>> E either(
      @Nullable String level, E[] values, Function<E, String> name, E otherwise) {
    return Arrays.stream(values)
        .filter(value -> name.apply(value).equals(level))
        .findFirst()
        .orElse(otherwise);
  }
}
