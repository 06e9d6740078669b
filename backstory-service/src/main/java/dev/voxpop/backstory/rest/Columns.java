package dev.voxpop.backstory.rest;

import dev.voxpop.backstory.importing.ImportedText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the known columns are; −1 where one is missing. */
record Columns(int text, int id, int asker, int answerer, int tokens) {

  static Columns of(String @Nullable [] header) {
    List<String> names = new ArrayList<>();
    if (header != null) {
      for (String name : header) {
        names.add(name.strip());
      }
    }
    return new Columns(
        names.indexOf("text"),
        names.indexOf("id"),
        names.indexOf("asker"),
        names.indexOf("answerer"),
        names.indexOf("tokens"));
  }

  @Nullable String cell(String[] row, int column) {
    return column < 0 || column >= row.length || row[column].isBlank() ? null : row[column].strip();
  }

  /** The row as an imported text. */
  ImportedText text(int place, String[] row) {
    String counted = cell(row, tokens);
    return new ImportedText(
        place,
        row[text],
        cell(row, id),
        cell(row, asker),
        cell(row, answerer),
        counted == null ? null : Integer.valueOf(counted));
  }
}
