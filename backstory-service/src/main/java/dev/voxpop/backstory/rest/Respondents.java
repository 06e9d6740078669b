package dev.voxpop.backstory.rest;

import dev.voxpop.backstory.config.BackstoryConfig;
import dev.voxpop.contracts.bulk.RespondentRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    List<RespondentRow> rows = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      RespondentPages.Page page =
          pages.fetch(new RespondentPages.Wanted(draw, names, limit, cursor.orElse(null)));
      rows.addAll(page.rows());
      cursor = page.next();
    } while (cursor.isPresent());
    return rows;
  }
}
