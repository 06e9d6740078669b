package dev.voxpop.survey.station;

import dev.voxpop.contracts.bulk.PairRow;
import dev.voxpop.contracts.bulk.RespondentRow;
import dev.voxpop.contracts.bulk.StoryRow;
import dev.voxpop.contracts.identity.Seed;
import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.wave.Demographic;
import dev.voxpop.instrument.wave.Wave;
import dev.voxpop.survey.roster.Peers;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Invented people and stories, the same ones at every call. */
public final class People implements Peers {
  private final Wave wave = Waves.shipped().require("harbour-city-2026");
  private final int number;

  public People(int number) {
    this.number = number;
  }

  @Override
  public Stream<StoryRow> stories(String pool) {
    return IntStream.range(0, number).mapToObj(i -> new StoryRow(i, story(i), passage(i), null));
  }

  @Override
  public Stream<PairRow> pairs(String matching) {
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                i % 7 == 3
                    ? new PairRow(respondent(i), "no_support", null, 0)
                    : new PairRow(respondent(i), "matched", story(i / 2), 0.5));
  }

  @Override
  public Stream<RespondentRow> respondents(String draw, Collection<String> columns) {
    return IntStream.range(0, number)
        .mapToObj(i -> new RespondentRow(respondent(i), 1, codes(i, columns)));
  }

  private Map<String, Integer> codes(int person, Collection<String> columns) {
    Map<String, Integer> codes = new TreeMap<>();
    for (Demographic demographic : wave.demographics()) {
      if (columns.contains(demographic.column())) {
        int option =
            new Seed(1).forProvider(person + demographic.trait()) % demographic.options().size();
        codes.put(demographic.column(), demographic.options().get(option).code());
      }
    }
    return codes;
  }

  private static String story(int number) {
    return "b-%016x".formatted(number);
  }

  private static String respondent(int number) {
    return "r-%016x".formatted(number);
  }

  private static String passage(int number) {
    int age = 20 + number * 7 % 60;
    return "Question: Tell me about yourself.\n\nAnswer: I am %d years old and I live by the harbour. I work as a nurse and vote for the Democrats. \u201CLife ${is} {good}\u201D, my father said."
        .formatted(age);
  }
}
