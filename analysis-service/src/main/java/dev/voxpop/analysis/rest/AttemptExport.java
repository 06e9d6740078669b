package dev.voxpop.analysis.rest;

import dev.voxpop.analysis.config.AnalysisConfig;
import dev.voxpop.analysis.report.RowSink;
import dev.voxpop.contracts.bulk.AttemptRow;
import dev.voxpop.hosting.Json;
import dev.voxpop.hosting.peer.PeerPage;
import dev.voxpop.tables.Column;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All ended draws of an experiment as a file, one row a draw with its raw text, by name of arm,
 * then persona, repeat, question and draw. Rows pass through from the survey stage.
 *
 * <p>A log of the run and no part of its result: latencies, cached tokens and draws that came too
 * late differ between two runs of one document.
 */
@ApplicationScoped
public class AttemptExport {

  /** Draws in every format. */
  static final List<String> NAMES = List.of("attempts.csv", "attempts.jsonl", "attempts.parquet");

  /** A column and its value. */
  private record Cell(Column column, Function<AttemptRow, @Nullable Object> value) {}

  private static final List<Cell> CELLS =
      List.of(
          new Cell(Column.text("answer"), AttemptRow::answer),
          new Cell(Column.text("experiment"), AttemptRow::experiment),
          new Cell(Column.text("arm"), AttemptRow::arm),
          new Cell(Column.text("persona"), AttemptRow::persona),
          new Cell(Column.text("story"), AttemptRow::story),
          new Cell(Column.text("respondent"), AttemptRow::respondent),
          new Cell(Column.text("question"), AttemptRow::question),
          new Cell(Column.whole("repeat"), AttemptRow::repeat),
          new Cell(Column.whole("draw"), AttemptRow::draw),
          new Cell(Column.whole("discarded"), AttemptRow::discarded),
          new Cell(Column.truth("kept"), AttemptRow::kept),
          new Cell(Column.text("state"), AttemptRow::state),
          new Cell(Column.text("reason"), AttemptRow::reason),
          new Cell(Column.whole("option"), AttemptRow::option),
          new Cell(Column.text("code"), AttemptRow::code),
          new Cell(Column.text("display_order"), row -> Json.write(row.displayOrder())),
          new Cell(Column.whole("question_position"), AttemptRow::questionPosition),
          new Cell(Column.whole("seed"), AttemptRow::seed),
          new Cell(Column.text("prompt_hash"), AttemptRow::promptHash),
          new Cell(Column.text("raw"), AttemptRow::raw),
          new Cell(Column.text("finish"), AttemptRow::finish),
          new Cell(Column.text("model_reported"), AttemptRow::model),
          new Cell(Column.whole("latency_millis"), AttemptRow::latencyMillis),
          new Cell(Column.whole("input_tokens"), AttemptRow::inputTokens),
          new Cell(Column.whole("cached_tokens"), AttemptRow::cachedTokens),
          new Cell(Column.whole("output_tokens"), AttemptRow::outputTokens),
          new Cell(Column.whole("reasoning_tokens"), AttemptRow::reasoningTokens),
          new Cell(Column.truth("estimated"), AttemptRow::estimated),
          new Cell(Column.whole("micros"), AttemptRow::micros));

  private final AttemptPages pages;
  private final int pageSize;

  @Inject
  public AttemptExport(AttemptPages pages, AnalysisConfig config) {
    this.pages = pages;
    this.pageSize = config.pageSize();
  }

  /** The first page, so that a stage that is away is known before anything is written. */
  PeerPage<AttemptRow> first(String experiment) {
    return pages.page(experiment, pageSize, null);
  }

  /** Writes a file from its first page on. */
  void write(String experiment, PeerPage<AttemptRow> first, String name, OutputStream target)
      throws IOException {
    RowSink sink = RowSink.of(name, CELLS.stream().map(Cell::column).toList(), target);
    PeerPage<AttemptRow> page = first;
    add(sink, page);
    while (page.next().isPresent()) {
      page = pages.page(experiment, pageSize, page.next().get());
      add(sink, page);
    }
    sink.finish();
  }

  private static void add(RowSink sink, PeerPage<AttemptRow> page) throws IOException {
    for (AttemptRow row : page.rows()) {
      sink.add(CELLS.stream().map(cell -> cell.value().apply(row)).toArray());
    }
  }
}
