package dev.voxpop.survey.roster;

import dev.voxpop.contracts.bulk.PairRow;
import dev.voxpop.contracts.bulk.RespondentRow;
import dev.voxpop.contracts.bulk.StoryRow;
import java.util.Collection;
import java.util.stream.Stream;

/** The rows of other stages that rosters are made of, fetched as they are read. */
public interface Peers {
  /** Stories of a closed pool, by ordinal. */
  Stream<StoryRow> stories(String pool);

  /** Pairs of a matching, by respondent. */
  Stream<PairRow> pairs(String matching);

  /** Respondents of a draw with their codes in these columns, by pseudonym. */
  Stream<RespondentRow> respondents(String draw, Collection<String> columns);
}
