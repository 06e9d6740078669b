package dev.voxpop.matching.rest;

import dev.voxpop.contracts.bulk.TraitRow;
import java.util.List;
import java.util.Optional;

/**
 * One page of trait rows.
 *
 * @param next cursor of the next page; empty on the last one
 */
public record TraitPage(List<TraitRow> rows, Optional<String> next) {

  public TraitPage {
    rows = List.copyOf(rows);
  }
}
