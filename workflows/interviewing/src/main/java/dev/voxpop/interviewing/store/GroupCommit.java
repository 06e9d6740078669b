package dev.voxpop.interviewing.store;

import dev.voxpop.interviewing.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * The one writer of a stage's process: it gathers entries for a few milliseconds, has them stored
 * in one transaction, and releases everyone who waits.
 *
 * <p>A commit of unknown outcome is looked up by its number: it is released if it is there and
 * repeated if it is not. While the database is away entries are held and offered again, so nothing
 * that was bought is dropped; only so many are held, so no more is bought meanwhile. An entry that
 * the database will never take fails alone.
 */
public final class GroupCommit<W extends Waiting<?>> implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(GroupCommit.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LAST_WORDS = Duration.ofSeconds(10);

  private final MarkedConnection connection;
  private final SteeringBoard board;
  private final GroupStore<W> store;
  private final Duration patience;
  private final Gathering<W> waiting;
  private final Thread thread;
  private volatile boolean closing;

  /**
   * How entries are gathered.
   *
   * @param linger how long the first entry waits for others
   * @param most most entries a commit
   * @param patience how long entries are offered to a database that does not take them
   */
  public record Rhythm(Duration linger, int most, Duration patience) {

    public static Rhythm of(CommitConfig config) {
      return new Rhythm(config.commitLinger(), config.commitMax(), config.commitPatience());
    }
  }

  private GroupCommit(SteeringBoard board, GroupStore<W> store, Rhythm rhythm) {
    this.connection = new MarkedConnection(board.transactions());
    this.board = board;
    this.store = store;
    this.patience = rhythm.patience();
    this.waiting = new Gathering<>(rhythm.linger(), rhythm.most());
    this.thread = Thread.ofPlatform().name("group-commit").daemon().unstarted(this::run);
  }

  /** A writer that has begun to work on the database of the board's control rows. */
  public static <W extends Waiting<?>> GroupCommit<W> start(
      SteeringBoard board, GroupStore<W> store, Rhythm rhythm) {
    GroupCommit<W> commit = new GroupCommit<>(board, store, rhythm);
    commit.thread.start();
    return commit;
  }

  /** Takes an entry; its receipt comes when it is committed. */
  public void put(W entry) throws InterruptedException {
    waiting.put(entry);
    if (closing) {
      entry.failed(tooLate(new IllegalStateException("the writer is closed")));
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
        List<W> group = waiting.group();
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

  private void commit(List<W> group) throws InterruptedException {
    connection.next();
    long deadline = System.nanoTime() + patience.toNanos();
    Duration pause = FIRST_PAUSE;
    while (!isSettled(group, deadline)) {
      Thread.sleep(pause);
      pause = longer(pause);
    }
  }

  /** Whether everyone who waits for the group has been answered. */
  private boolean isSettled(List<W> group, long deadline) throws InterruptedException {
    try {
      if (!connection.isCommitted()) {
        store(group);
      }
      group.forEach(Waiting::committed);
      return true;
    } catch (SQLException | RuntimeException e) {
      connection.drop();
      return isGivenUp(group, e, deadline);
    }
  }

  private boolean isGivenUp(List<W> group, Exception e, long deadline) throws InterruptedException {
    if (!mayPass(e)) {
      commitApart(group, e);
      return true;
    }
    LOG.warnf("%d entries wait for the database: %s", group.size(), e.getMessage());
    boolean late = System.nanoTime() - deadline > 0;
    if (late) {
      group.forEach(entry -> entry.failed(tooLate(e)));
    }
    return late;
  }

  private void store(List<W> group) throws SQLException {
    Connection transaction = connection.transaction();
    group.forEach(Waiting::begin);
    store.store(transaction, group);
    Set<String> experiments = new HashSet<>();
    group.forEach(entry -> experiments.add(entry.experiment()));
    board.read(transaction, experiments);
    connection.commit();
  }

  /** Entries that will never be taken are not offered for ever, nor do they hold up the others. */
  private void commitApart(List<W> group, Exception cause) throws InterruptedException {
    if (group.size() == 1) {
      group.getFirst().failed(new IllegalStateException("An entry cannot be stored.", cause));
      return;
    }
    for (W entry : group) {
      commit(List.of(entry));
    }
  }

  /** Whether offering the same again can help: not after data exceptions, broken rules, defects. */
  private static boolean mayPass(Exception e) {
    String state = e instanceof SQLException failure ? failure.getSQLState() : null;
    boolean ofTheData = state != null && (state.startsWith("22") || state.startsWith("23"));
    return e instanceof SQLException && !ofTheData;
  }

  static StoreUnavailable tooLate(Throwable cause) {
    return new StoreUnavailable(
        "The store did not take an entry in time.\nMaybe the database is down.", cause);
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
