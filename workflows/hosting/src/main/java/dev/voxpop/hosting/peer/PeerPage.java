package dev.voxpop.hosting.peer;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One page of rows that another stage hands out.
 *
 * @param next cursor of the next page; empty on the last one
 */
public record PeerPage<T>(List<T> rows, Optional<String> next) {

  /** Copies the rows. */
  public PeerPage {
    rows = List.copyOf(rows);
  }

  /** All rows, each page asked for when the rows before it have been taken. */
  public static <T> Stream<T> all(Function<@Nullable String, PeerPage<T>> pages) {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(new Pages<>(pages), Spliterator.ORDERED), false)
        .flatMap(page -> page.rows().stream());
  }

  private static final class Pages<T> implements Iterator<PeerPage<T>> {
    private final Function<@Nullable String, PeerPage<T>> pages;
    private Optional<String> cursor = Optional.empty();
    private boolean more = true;

    private Pages(Function<@Nullable String, PeerPage<T>> pages) {
      this.pages = pages;
    }

    @Override
    public boolean hasNext() {
      return more;
    }

    @Override
    public PeerPage<T> next() {
      PeerPage<T> page = pages.apply(cursor.orElse(null));
      cursor = page.next();
      more = cursor.isPresent();
      return page;
    }
  }
}
