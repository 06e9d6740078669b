package dev.voxpop.survey.store;

import dev.voxpop.interviewing.Receipt;
import dev.voxpop.interviewing.StepResult;
import dev.voxpop.interviewing.store.GroupCommit;
import dev.voxpop.interviewing.store.SteeringBoard;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one writer of a process of this stage: of a group of entries it stores results by table,
 * cursors, and the counts of their leases.
 */
public final class SeriesWriter implements AutoCloseable {
  private final GroupCommit<Writing<?>> commit;

  private SeriesWriter(SteeringBoard board, GroupCommit.Rhythm rhythm) {
    this.commit = GroupCommit.start(board, SeriesWriter::store, rhythm);
  }

  /** A writer that has begun to work on the database of the board's control rows. */
  public static SeriesWriter start(SteeringBoard board, GroupCommit.Rhythm rhythm) {
    return new SeriesWriter(board, rhythm);
  }

  /** Stores an entry and waits until it is committed. */
  <R extends StepResult> Receipt<R> write(Writing<R> writing) throws InterruptedException {
    commit.put(writing);
    return writing.receipt();
  }

  /** Stores what is waiting and stops. */
  @Override
  public void close() {
    commit.close();
  }

  private static void store(Connection connection, List<Writing<?>> group) throws SQLException {
    for (Map.Entry<ResultTable<?>, List<Writing<?>>> results : byTable(group).entrySet()) {
      storeAll(connection, results.getKey(), results.getValue());
    }
    SeriesTable.move(connection, group);
    LeaseTable.count(connection, group);
  }

  @SuppressWarnings("unchecked") // a writing names the table of its own kind of result
  private static <R extends StepResult> void storeAll(
      Connection connection, ResultTable<R> table, List<Writing<?>> writings) throws SQLException {
    table.store(connection, (List<Writing<R>>) (List<?>) writings);
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
}
