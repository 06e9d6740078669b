package dev.voxpop.survey.rest;

import dev.voxpop.contracts.bulk.PairRow;
import dev.voxpop.contracts.bulk.RespondentRow;
import dev.voxpop.contracts.bulk.StoryRow;
import dev.voxpop.hosting.peer.PeerPage;
import dev.voxpop.survey.roster.Peers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.stream.Stream;

/** Rows of other stages, fetched page by page as they are read. */
@ApplicationScoped
public class PeerPages implements Peers {
  private final PeerCalls calls;

  /** Asks the stages through guarded calls. */
  @Inject
  public PeerPages(PeerCalls calls) {
    this.calls = calls;
  }

  @Override
  public Stream<StoryRow> stories(String pool) {
    return PeerPage.all(cursor -> calls.stories(pool, cursor));
  }

  @Override
  public Stream<PairRow> pairs(String matching) {
    return PeerPage.all(cursor -> calls.pairs(matching, cursor));
  }

  @Override
  public Stream<RespondentRow> respondents(String draw, Collection<String> columns) {
    String names = String.join(",", columns);
    return PeerPage.all(cursor -> calls.respondents(draw, names, cursor));
  }
}
