package dev.voxpop.survey.store;

import dev.voxpop.interviewing.SeriesKey;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A cell: a series and the index of a question. */
record CellKey(SeriesKey series, int question) {

  static CellKey of(ResultSet row) throws SQLException {
    return new CellKey(DrawColumns.key(row), row.getInt("question"));
  }

  static CellKey of(DrawRow row) {
    return new CellKey(row.key(), row.draw().cell().question());
  }
}
