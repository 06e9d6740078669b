package dev.voxpop.tables;

import java.io.IOException;
import java.util.List;

/**
 * Rows of texts below named columns, read once from front to back.
 *
 * <p>A cell without value is an empty text; a number without fraction has no decimal point,
 * whatever type the file gives it.
 */
public interface FlatTable {

  /** Returns the names of the columns in file order, without blanks around them. */
  List<String> columns();

  /** Hands over every row, and refuses a broken one by naming its place. */
  void forEach(RowVisitor visitor) throws IOException;

  /** Receives rows in file order. */
  @FunctionalInterface
  interface RowVisitor {
    /**
     * Takes a row.
     *
     * @param cells as many as columns
     */
    void row(Place place, List<String> cells);
  }
}
