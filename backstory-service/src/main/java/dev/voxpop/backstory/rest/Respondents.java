package dev.voxpop.backstory.rest;

import dev.voxpop.backstory.config.BackstoryConfig;
import dev.voxpop.contracts.bulk.RespondentRow;
import dev.voxpop.hosting.peer.PeerPage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The drawn respondents of the matching stage, asked for once per pool, page by page. */
@ApplicationScoped
public class Respondents {

  private final RespondentPages pages;
  private final int limit;

  /** Respondents by pages of the configured size. */
  @Inject
  public Respondents(RespondentPages pages, BackstoryConfig config) {
    this.pages = pages;
    this.limit = config.pageSize();
  }

  /** All respondents of a draw with their codes in these columns, in order of pseudonym. */
  public List<RespondentRow> of(String draw, List<String> columns) {
    String names = String.join(",", columns);
    return PeerPage.all(
            cursor -> pages.fetch(new RespondentPages.Wanted(draw, names, limit, cursor)))
        .toList();
  }
}
