package dev.voxpop.analysis.activity;

import dev.voxpop.analysis.comparison.ArmInput;
import dev.voxpop.analysis.comparison.AuditInput;
import dev.voxpop.analysis.comparison.PersonaWeighting;
import dev.voxpop.analysis.comparison.ReferenceArm;
import dev.voxpop.analysis.comparison.Settings;
import dev.voxpop.analysis.comparison.Settings.AlphaVariants;
import dev.voxpop.analysis.comparison.Settings.BoundSize;
import dev.voxpop.analysis.comparison.Study;
import dev.voxpop.analysis.compliance.ArmCompliance;
import dev.voxpop.analysis.compliance.CellRecord;
import dev.voxpop.analysis.compliance.PersonaPanel;
import dev.voxpop.analysis.config.Instruments;
import dev.voxpop.analysis.distance.NominalEmd;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.store.Answers;
import dev.voxpop.analysis.store.ArmAnswers;
import dev.voxpop.analysis.subgroup.Division;
import dev.voxpop.analysis.uncertainty.Adjustment;
import dev.voxpop.analysis.uncertainty.IntervalKind;
import dev.voxpop.contracts.analysis.AnalyseExperiment;
import dev.voxpop.contracts.experiment.AnalysisChoice;
import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.Reference;
import dev.voxpop.contracts.survey.ArmReceipt;
import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.Question;
import dev.voxpop.instrument.wave.Wave;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Brings together what a report is about: wave, people, and the answers of every arm. */
@ApplicationScoped
public class StudyAssembly {

  private final Instruments instruments;
  private final People people;
  private final Answers answers;
  private final Rakings rakings;
  private final TokenProbabilities probabilities;

  @Inject
  // one parameter per collaborator: a bundle of them would have no meaning of its own
  public StudyAssembly(
      Instruments instruments,
      People people,
      Answers answers,
      Rakings rakings,
      TokenProbabilities probabilities) {
    this.instruments = instruments;
    this.people = people;
    this.answers = answers;
    this.rakings = rakings;
    this.probabilities = probabilities;
  }

  Study study(AnalyseExperiment request) {
    Wave wave = instruments.waves().require(request.survey().wave());
    List<Question> questions = wave.select(request.survey().questions());
    GroupingNames groupings = new GroupingNames(wave, request.analysis());
    People.Sample sample = people.sample(request.sample(), questions, columns(wave, groupings));
    Panel humans = sample.panel();
    CellWeights weights = new CellWeights(humans, rakings.weights(request));
    Map<String, ArmInput> arms = new LinkedHashMap<>();
    for (ArmSpec arm : request.arms()) {
      arms.put(arm.arm(), arm(request, arm, humans.items(), weights));
    }
    Optional<AuditInput> audit = AuditAssembly.of(request.audit(), arms);
    return new Study(
        request.experiment(),
        Objects.requireNonNullElse(request.title(), request.experiment()),
        humans,
        List.copyOf(arms.values()),
        settings(request),
        facts(request, wave),
        request.simulated() ? Study.Origin.SIMULATOR : Study.Origin.MODEL,
        groupings.wanted().stream().map(name -> division(sample, groupings, name)).toList(),
        sample.demographics(),
        probabilities.of(request, humans.items()),
        audit);
  }

  private static Division division(People.Sample sample, GroupingNames names, String name) {
    return GroupingNames.parts(name).stream()
        .map(part -> sample.division(names.find(part).orElseThrow()))
        .reduce(Division::crossed)
        .orElseThrow();
  }

  /** The columns that describe people: the wave's demographics and what people are grouped by. */
  private static List<String> columns(Wave wave, GroupingNames names) {
    return Stream.concat(
            wave.demographics().stream().map(Demographic::column),
            names.wanted().stream()
                .flatMap(name -> GroupingNames.parts(name).stream())
                .map(part -> names.find(part).orElseThrow().column()))
        .distinct()
        .toList();
  }

  private ArmInput arm(
      AnalyseExperiment request, ArmSpec arm, List<Item> items, CellWeights weights) {
    ArmReceipt receipt = receipt(request, arm);
    ArmAnswers stored = answers.load(request.experiment(), arm.arm());
    long notReached = receipt.states().getOrDefault(CellRecord.NOT_REACHED, 0L);
    Optional<ArmWeights> raked = weights.raked(arm);
    Panel panel = PersonaPanel.of(items, stored.cells(), weights.of(arm));
    SortedMap<String, String> facts = ArmFacts.of(arm, receipt, stored);
    raked.ifPresent(own -> own.describe(facts, panel.subjects().size()));
    return new ArmInput(
            arm.arm(),
            arm.arm(),
            panel,
            weighting(request, arm, raked),
            Optional.of(ArmCompliance.of(items, stored.cells()).withNotReached(notReached)),
            facts,
            notReached)
        .withCells(stored.cells());
  }

  private static ArmReceipt receipt(AnalyseExperiment request, ArmSpec arm) {
    return request.receipts().stream()
        .filter(receipt -> receipt.arm().equals(arm.arm()))
        .findFirst()
        .orElseThrow();
  }

  /** An arm that could not be raked is reported unweighted. */
  private static PersonaWeighting weighting(
      AnalyseExperiment request, ArmSpec arm, Optional<ArmWeights> raked) {
    return switch (request.analysis().weightsOf(arm)) {
      case NONE ->
          request.analysis().perStory() ? PersonaWeighting.PER_STORY : PersonaWeighting.NONE;
      case HUMAN -> PersonaWeighting.ROW;
      case RAKED ->
          raked.filter(ArmWeights::issued).isPresent()
              ? PersonaWeighting.RAKED
              : PersonaWeighting.NONE;
    };
  }

  private static Settings settings(AnalyseExperiment request) {
    return new Settings(
        request.seed(),
        request.analysis().splits(),
        request.analysis().bootstrap(),
        NominalEmd.ABSENT,
        request.analysis().references().stream().map(StudyAssembly::reference).toList(),
        request.analysis().minN(),
        options(request.analysis()));
  }

  private static Settings.Options options(AnalysisChoice choice) {
    return new Settings.Options(
        choice.sizeMatched() ? BoundSize.SIZE_MATCHED : BoundSize.HALVES,
        switch (choice.intervals()) {
          case PERCENTILE -> IntervalKind.PERCENTILE;
          case BCA -> IntervalKind.BIAS_CORRECTED;
        },
        switch (choice.adjust()) {
          case HOLM -> Adjustment.HOLM;
          case BENJAMINI_HOCHBERG -> Adjustment.BENJAMINI_HOCHBERG;
        },
        choice.weightedAlpha() ? AlphaVariants.WITH_WEIGHTED : AlphaVariants.UNWEIGHTED);
  }

  private static ReferenceArm reference(Reference reference) {
    return switch (reference) {
      case UNIFORM -> ReferenceArm.UNIFORM;
      case MODE -> ReferenceArm.MODE;
      case WEIGHTED_DRAW -> ReferenceArm.WEIGHTED_DRAW;
    };
  }

  private static SortedMap<String, String> facts(AnalyseExperiment request, Wave wave) {
    TreeMap<String, String> facts = new TreeMap<>();
    facts.put("Wave", wave.title() + " (" + wave.id() + ")");
    facts.put("Wave hash", request.survey().waveHash());
    facts.put("Human sample", request.sample().sample());
    facts.put("Human sample hash", request.sample().sampleHash());
    facts.put("Document hash", request.documentHash());
    facts.put("Software", "voxpop " + request.codeVersion());
    facts.put(
        "Survey weights",
        wave.human().weight().orElse("the data have none: everybody counts once"));
    return facts;
  }
}
