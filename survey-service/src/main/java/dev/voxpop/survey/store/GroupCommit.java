package dev.voxpop.survey.store;

import dev.voxpop.survey.batch.Journal.JournalClosed;
import dev.voxpop.survey.batch.Receipt;
import dev.voxpop.survey.batch.SeriesKey;
import dev.voxpop.survey.batch.StepResult;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of a process: it gathers entries for a few milliseconds, stores them with
 * multi-row statements in one transaction, and releases everyone who waits.
 *
 * <p>A commit of unknown outcome is looked up by its number, which is stored in the same
 * transaction: it is released if it is there and repeated if it is not. While the database is away
 * entries are held and offered again, so nothing that was bought is dropped; the queue is bounded,
 * so no more is bought meanwhile. Where two tries of a batch meet, both are kept in order by key.
 */
public final class GroupCommit implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(GroupCommit.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final String MARK =
      "INSERT INTO survey.writer (id, sequence) VALUES (?, ?)"
          + " ON CONFLICT (id) DO UPDATE SET sequence = excluded.sequence";
  private static final String MARKED = "SELECT sequence FROM survey.writer WHERE id = ?";

  private final DataSource source;
  private final SteeringBoard board;
  private final Rhythm rhythm;
  private final UUID writer;
  private final BlockingQueue<Writing<?>> queue;
  private final Deque<Writing<?>> postponed = new ArrayDeque<>();
  private final Thread thread;
  private @Nullable Connection connection;
  private long sequence;
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
    this.source = source;
    this.board = board;
    this.rhythm = rhythm;
    this.writer = UUID.randomUUID();
    this.queue = new LinkedBlockingQueue<>(16 * rhythm.most());
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
    queue.put(writing);
    if (closing) {
      writing.failed(new JournalClosed(new IllegalStateException("the writer is closed")));
    }
    try {
      return writing.receipt().get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : new JournalClosed(e);
    }
  }

  /** Stores what is waiting and stops. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(LONGEST_PAUSE.multipliedBy(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    disconnect();
  }

  private void run() {
    while (!closing || !queue.isEmpty() || !postponed.isEmpty()) {
      try {
        List<Writing<?>> group = gather();
        if (!group.isEmpty()) {
          commit(group);
        }
      } catch (InterruptedException e) {
        closing = true;
      } catch (RuntimeException e) {
        LOG.error("The writer met what it should not have met.", e);
      }
    }
  }

  /** The next entries, at most one of each series; later ones of the same series come next time. */
  private List<Writing<?>> gather() throws InterruptedException {
    List<Writing<?>> group = new ArrayList<>();
    Set<SeriesKey> keys = new HashSet<>();
    int again = postponed.size();
    for (int i = 0; i < again; i++) {
      add(postponed.remove(), group, keys);
    }
    long deadline = System.nanoTime() + rhythm.linger().toNanos();
    while (group.size() < rhythm.most()) {
      long wait = group.isEmpty() ? LONGEST_PAUSE.toNanos() / 10 : deadline - System.nanoTime();
      Writing<?> next = queue.poll(Math.max(0, wait), TimeUnit.NANOSECONDS);
      if (next == null) {
        break;
      }
      if (group.isEmpty()) {
        deadline = System.nanoTime() + rhythm.linger().toNanos();
      }
      add(next, group, keys);
    }
    group.sort(Comparator.comparing(writing -> writing.entry().key()));
    return group;
  }

  private void add(Writing<?> writing, List<Writing<?>> group, Set<SeriesKey> keys) {
    if (keys.add(writing.entry().key())) {
      group.add(writing);
    } else {
      postponed.add(writing);
    }
  }

  private void commit(List<Writing<?>> group) throws InterruptedException {
    long deadline = System.nanoTime() + rhythm.patience().toNanos();
    sequence++;
    for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
      try {
        if (!isCommitted(pause)) {
          store(group);
        }
        group.forEach(Writing::committed);
        return;
      } catch (SQLException e) {
        disconnect();
        if (isOfTheData(e)) {
          commitApart(group, e);
          return;
        }
        LOG.warnf("%d entries wait for the database: %s", group.size(), e.getMessage());
        if (System.nanoTime() - deadline > 0) {
          group.forEach(writing -> writing.failed(new JournalClosed(e)));
          return;
        }
        Thread.sleep(pause);
      }
    }
  }

  /** Whether an earlier try of this very commit went through although it seemed to fail. */
  private boolean isCommitted(Duration pause) throws SQLException {
    if (pause.equals(FIRST_PAUSE)) {
      return false;
    }
    try (PreparedStatement statement = connect().prepareStatement(MARKED)) {
      statement.setObject(1, writer);
      try (ResultSet row = statement.executeQuery()) {
        boolean there = row.next() && row.getLong(1) == sequence;
        connect().commit();
        return there;
      }
    }
  }

  private void store(List<Writing<?>> group) throws SQLException {
    Connection transaction = connect();
    group.forEach(Writing::begin);
    for (Map.Entry<ResultTable<?>, List<Writing<?>>> results : byTable(group).entrySet()) {
      storeAll(transaction, results.getKey(), results.getValue());
    }
    SeriesTable.move(transaction, group);
    LeaseTable.count(transaction, group);
    Set<String> experiments = new HashSet<>();
    group.forEach(writing -> experiments.add(writing.hold().experiment()));
    board.read(transaction, experiments);
    mark(transaction);
    transaction.commit();
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

  private void mark(Connection transaction) throws SQLException {
    try (PreparedStatement statement = transaction.prepareStatement(MARK)) {
      statement.setObject(1, writer);
      statement.setLong(2, sequence);
      statement.executeUpdate();
    }
  }

  /** Entries that the database will never take are not offered for ever, nor hold up the others. */
  private void commitApart(List<Writing<?>> group, SQLException cause) throws InterruptedException {
    if (group.size() == 1) {
      group.getFirst().failed(new IllegalStateException("The database refuses an entry.", cause));
      return;
    }
    for (Writing<?> writing : group) {
      commit(List.of(writing));
    }
  }

  private Connection connect() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = source.getConnection();
      open.setAutoCommit(false);
      try (Statement statement = open.createStatement()) {
        statement.execute("SET synchronous_commit = on");
      }
      open.commit();
      connection = open;
    }
    return open;
  }

  private void disconnect() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try (open) {
        open.rollback();
      } catch (SQLException e) {
        LOG.debugf("A connection was broken: %s", e.getMessage());
      }
    }
  }

  /** Data exceptions and violated constraints: offering the same again cannot help. */
  private static boolean isOfTheData(SQLException e) {
    String state = e.getSQLState();
    return state != null && (state.startsWith("22") || state.startsWith("23"));
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
