package dev.voxpop.survey.store;

import dev.voxpop.interviewing.StepResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The rows of one kind of result, written many at a time into the caller's transaction. */
interface ResultTable<R extends StepResult> {
  /** Inserts results; where one is stored already, the writing is told the stored one. */
  void store(Connection connection, List<Writing<R>> writings) throws SQLException;
}
