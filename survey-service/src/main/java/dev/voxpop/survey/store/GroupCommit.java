package dev.voxpop.survey.store;

import dev.voxpop.interviewing.Receipt;
import dev.voxpop.interviewing.StepResult;
import dev.voxpop.interviewing.StoreUnavailable;
import dev.voxpop.interviewing.store.SteeringBoard;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The one writer of a process: it gathers entries for a few milliseconds, stores them with
 * multi-row statements in one transaction, and releases everyone who waits.
 *
 * <p>A commit of unknown outcome is looked up by its number: it is released if it is there and
 * repeated if it is not. While the database is away entries are held and offered again, so nothing
 * that was bought is dropped; only so many are held, so no more is bought meanwhile. An entry that
 * the database will never take fails alone.
 */
public final class GroupCommit implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(GroupCommit.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LAST_WORDS = Duration.ofSeconds(10);

  private final MarkedConnection connection;
  private final SteeringBoard board;
  private final Duration patience;
  private final Gathering waiting;
  private final Thread thread;
  private volatile boolean closing;

  /**
   * How entries are gathered.
   *
   * @param linger how long the first entry waits for others
   * @param most most entries a commit
   * @param patience how long entries are offered to a database that does not take them
   */
  public record Rhythm(Duration linger, int most, Duration patience) {}

  private GroupCommit(DataSource source, SteeringBoard board, Rhythm rhythm) {
    this.connection = new MarkedConnection(source);
    this.board = board;
    this.patience = rhythm.patience();
    this.waiting = new Gathering(rhythm.linger(), rhythm.most());
    this.thread = Thread.ofPlatform().name("group-commit").daemon().unstarted(this::run);
  }

  /** A writer that has begun to work. */
  public static GroupCommit start(DataSource source, SteeringBoard board, Rhythm rhythm) {
    GroupCommit commit = new GroupCommit(source, board, rhythm);
    commit.thread.start();
    return commit;
  }

  /** Stores an entry and waits until it is committed. */
  <R extends StepResult> Receipt<R> write(Writing<R> writing) throws InterruptedException {
    waiting.put(writing);
    if (closing) {
      writing.failed(tooLate(new IllegalStateException("the writer is closed")));
    }
    try {
      return writing.receipt().get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : tooLate(e);
    }
  }

  /** Stores what is waiting and stops. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(LAST_WORDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closing || !waiting.isEmpty()) {
        List<Writing<?>> group = waiting.group();
        if (!group.isEmpty()) {
          commit(group);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closing = true;
      connection.drop();
    }
  }

  private void commit(List<Writing<?>> group) throws InterruptedException {
    connection.next();
    long deadline = System.nanoTime() + patience.toNanos();
    Duration pause = FIRST_PAUSE;
    while (!isSettled(group, deadline)) {
      Thread.sleep(pause);
      pause = longer(pause);
    }
  }

  /** Whether everyone who waits for the group has been answered. */
  private boolean isSettled(List<Writing<?>> group, long deadline) throws InterruptedException {
    try {
      if (!connection.isCommitted()) {
        store(group);
      }
      group.forEach(Writing::committed);
      return true;
    } catch (SQLException | RuntimeException e) {
      connection.drop();
      return isGivenUp(group, e, deadline);
    }
  }

  private boolean isGivenUp(List<Writing<?>> group, Exception e, long deadline)
      throws InterruptedException {
    if (!mayPass(e)) {
      commitApart(group, e);
      return true;
    }
    LOG.warnf("%d entries wait for the database: %s", group.size(), e.getMessage());
    boolean late = System.nanoTime() - deadline > 0;
    if (late) {
      group.forEach(writing -> writing.failed(tooLate(e)));
    }
    return late;
  }

  private void store(List<Writing<?>> group) throws SQLException {
    Connection transaction = connection.transaction();
    group.forEach(Writing::begin);
    for (Map.Entry<ResultTable<?>, List<Writing<?>>> results : byTable(group).entrySet()) {
      storeAll(transaction, results.getKey(), results.getValue());
    }
    SeriesTable.move(transaction, group);
    LeaseTable.count(transaction, group);
    Set<String> experiments = new HashSet<>();
    group.forEach(writing -> experiments.add(writing.hold().experiment()));
    board.read(transaction, experiments);
    connection.commit();
  }

  @SuppressWarnings("unchecked") // a writing names the table of its own kind of result
  private static <R extends StepResult> void storeAll(
      Connection transaction, ResultTable<R> table, List<Writing<?>> writings) throws SQLException {
    table.store(transaction, (List<Writing<R>>) (List<?>) writings);
  }

  private static Map<ResultTable<?>, List<Writing<?>>> byTable(List<Writing<?>> group) {
    Map<ResultTable<?>, List<Writing<?>>> tables = new LinkedHashMap<>();
    for (Writing<?> writing : group) {
      if (writing.entry().result() != null) {
        tables.computeIfAbsent(writing.table(), table -> new ArrayList<>()).add(writing);
      }
    }
    return tables;
  }

  /** Entries that will never be taken are not offered for ever, nor do they hold up the others. */
  private void commitApart(List<Writing<?>> group, Exception cause) throws InterruptedException {
    if (group.size() == 1) {
      group.getFirst().failed(new IllegalStateException("An entry cannot be stored.", cause));
      return;
    }
    for (Writing<?> writing : group) {
      commit(List.of(writing));
    }
  }

  /** Whether offering the same again can help: not after data exceptions, broken rules, defects. */
  private static boolean mayPass(Exception e) {
    String state = e instanceof SQLException failure ? failure.getSQLState() : null;
    boolean ofTheData = state != null && (state.startsWith("22") || state.startsWith("23"));
    return e instanceof SQLException && !ofTheData;
  }

  private static StoreUnavailable tooLate(Throwable cause) {
    return new StoreUnavailable(
        "The store did not take an entry in time.\nMaybe the database is down.", cause);
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
