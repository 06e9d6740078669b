package dev.voxpop.survey.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.voxpop.contracts.bulk.Paging;
import dev.voxpop.contracts.bulk.PairRow;
import dev.voxpop.contracts.bulk.RespondentRow;
import dev.voxpop.contracts.bulk.StoryRow;
import dev.voxpop.hosting.Payloads;
import dev.voxpop.survey.roster.Peers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Rows of other stages, fetched page by page as they are read. */
@ApplicationScoped
public class PeerPages implements Peers {
  private static final ObjectReader STORIES = Payloads.mapper().readerFor(StoryRow.class);
  private static final ObjectReader PAIRS = Payloads.mapper().readerFor(PairRow.class);
  private static final ObjectReader RESPONDENTS = Payloads.mapper().readerFor(RespondentRow.class);

  private final PeerCalls calls;

  /** Asks the stages through guarded calls. */
  @Inject
  public PeerPages(PeerCalls calls) {
    this.calls = calls;
  }

  @Override
  public Stream<StoryRow> stories(String pool) {
    return rows(STORIES, cursor -> calls.stories(pool, cursor));
  }

  @Override
  public Stream<PairRow> pairs(String matching) {
    return rows(PAIRS, cursor -> calls.pairs(matching, cursor));
  }

  @Override
  public Stream<RespondentRow> respondents(String draw, Collection<String> columns) {
    String names = String.join(",", columns);
    return rows(RESPONDENTS, cursor -> calls.respondents(draw, names, cursor));
  }

  private static <T> Stream<T> rows(
      ObjectReader reader, Function<@Nullable String, Response> page) {
    Iterator<Stream<T>> pages = new Pages<>(reader, page);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED), false)
        .flatMap(rows -> rows);
  }

  /** The pages of a resource, one request each. */
  private static final class Pages<T> implements Iterator<Stream<T>> {
    private final ObjectReader reader;
    private final Function<@Nullable String, Response> request;
    private @Nullable String cursor;
    private boolean more = true;

    private Pages(ObjectReader reader, Function<@Nullable String, Response> request) {
      this.reader = reader;
      this.request = request;
    }

    @Override
    public boolean hasNext() {
      return more;
    }

    @Override
    public Stream<T> next() {
      try (Response response = request.apply(cursor)) {
        cursor = response.getHeaderString(Paging.NEXT_CURSOR);
        more = cursor != null && !cursor.isEmpty();
        List<String> lines = response.readEntity(String.class).lines().toList();
        return lines.stream().filter(line -> !line.isBlank()).map(this::row);
      }
    }

    private T row(String line) {
      try {
        return reader.readValue(line);
      } catch (JsonProcessingException e) {
        throw new PeerUnavailable("A row of another stage cannot be read.", e);
      }
    }
  }
}
