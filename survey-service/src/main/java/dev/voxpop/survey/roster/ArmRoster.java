package dev.voxpop.survey.roster;

import dev.voxpop.contracts.bulk.PairRow;
import dev.voxpop.contracts.bulk.RespondentRow;
import dev.voxpop.contracts.bulk.StoryRow;
import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.TextStyle;
import dev.voxpop.contracts.identity.Seed;
import dev.voxpop.instrument.format.Line;
import dev.voxpop.instrument.format.PromptFormat;
import dev.voxpop.instrument.text.TraitTexts;
import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.Wave;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The personas of an arm: respondents without story, stories alone, or stories paired with
 * respondents. The order is that of the source, so the same sources give the same ordinals.
 */
public final class ArmRoster {
  private static final String MATCHED = "matched";

  private final ArmSpec spec;
  private final Wave wave;
  private final Peers peers;
  private final TraitTexts texts;
  private final Seed seed;

  private ArmRoster(ArmSpec spec, Wave wave, Peers peers) {
    this.spec = spec;
    this.wave = wave;
    this.peers = peers;
    this.texts = TraitTexts.of(wave, spec.traits(), PromptFormat.of(spec.format()), lines(spec));
    this.seed = new Seed(spec.seed());
  }

  /** The roster of an arm. */
  public static ArmRoster of(ArmSpec spec, Wave wave, Peers peers) {
    return new ArmRoster(spec, wave, peers);
  }

  /** All members, or the first ones when the arm is a pilot. */
  public Stream<Member> members() {
    Stream<Member> all = all();
    return spec.pilot() == null ? all : all.limit(spec.pilot());
  }

  private Stream<Member> all() {
    if (spec.baseline() != null) {
      TextStyle style = spec.baseline();
      return respondents(style).map(row -> baseline(row, style));
    }
    return spec.matching() == null ? storiesAlone() : pairs(spec.matching());
  }

  private Member baseline(RespondentRow row, TextStyle style) {
    return new Member(row.respondent(), null, row.respondent(), told(row, style), "");
  }

  private Stream<Member> storiesAlone() {
    Map<String, RespondentRow> known = respondentsToAppend();
    return peers.stories(pool()).map(story -> alone(story, known));
  }

  private Member alone(StoryRow story, Map<String, RespondentRow> known) {
    String respondent = story.respondent();
    return respondent == null
        ? new Member(story.story(), story.story(), null, story.passage(), "")
        : paired(story, respondent, known);
  }

  private Stream<Member> pairs(String matching) {
    Map<String, List<String>> respondentsOf = new HashMap<>();
    try (Stream<PairRow> pairs = peers.pairs(matching)) {
      pairs
          .filter(pair -> pair.status().equals(MATCHED))
          .forEach(
              pair ->
                  respondentsOf
                      .computeIfAbsent(
                          Objects.requireNonNull(pair.story()), story -> new ArrayList<>())
                      .add(pair.respondent()));
    }
    Map<String, RespondentRow> known = respondentsToAppend();
    return peers
        .stories(pool())
        .flatMap(
            story ->
                respondentsOf.getOrDefault(story.story(), List.of()).stream()
                    .map(respondent -> paired(story, respondent, known)));
  }

  private Member paired(StoryRow story, String respondent, Map<String, RespondentRow> known) {
    RespondentRow row = known.get(respondent);
    String appended = row == null ? "" : told(row, spec.append());
    String subject = story.story() + "~" + respondent;
    return new Member(subject, story.story(), respondent, story.passage(), appended);
  }

  /** Respondents by pseudonym; none when nothing is appended. */
  private Map<String, RespondentRow> respondentsToAppend() {
    Map<String, RespondentRow> known = new HashMap<>();
    TextStyle style = spec.append();
    if (style != TextStyle.NONE) {
      try (Stream<RespondentRow> rows = respondents(style)) {
        rows.forEach(row -> known.put(row.respondent(), row));
      }
    }
    return known;
  }

  private Stream<RespondentRow> respondents(TextStyle style) {
    List<String> columns = style == TextStyle.NONE ? List.of() : columns();
    return peers.respondents(spec.sample().draw(), columns);
  }

  private List<String> columns() {
    return spec.traits().stream()
        .flatMap(trait -> wave.demographic(trait).stream())
        .map(Demographic::column)
        .distinct()
        .toList();
  }

  private String told(RespondentRow row, TextStyle style) {
    Map<String, Integer> codes = new LinkedHashMap<>();
    for (String trait : spec.traits()) {
      @Nullable Integer code =
          wave.demographic(trait).map(d -> row.codes().get(d.column())).orElse(null);
      if (code != null) {
        codes.put(trait, code);
      }
    }
    return texts.text(style, codes, seed.derive("text/" + row.respondent()));
  }

  private String pool() {
    String pool = spec.pool();
    if (pool == null) {
      throw new IllegalArgumentException(
          "Arm %s names no pool of stories.\nMaybe it should be a baseline.".formatted(spec.arm()));
    }
    return pool;
  }

  private static Set<Line> lines(ArmSpec spec) {
    return spec.survey().forcingLine() ? EnumSet.of(Line.FORCING) : EnumSet.noneOf(Line.class);
  }
}
