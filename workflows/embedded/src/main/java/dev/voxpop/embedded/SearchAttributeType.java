package dev.voxpop.embedded;

import io.temporal.api.enums.v1.IndexedValueType;

/** The types a Temporal search attribute can have. */
public enum SearchAttributeType {
  TEXT("Text", IndexedValueType.INDEXED_VALUE_TYPE_TEXT),
  KEYWORD("Keyword", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD),
  INT("Int", IndexedValueType.INDEXED_VALUE_TYPE_INT),
  DOUBLE("Double", IndexedValueType.INDEXED_VALUE_TYPE_DOUBLE),
  BOOL("Bool", IndexedValueType.INDEXED_VALUE_TYPE_BOOL),
  DATETIME("Datetime", IndexedValueType.INDEXED_VALUE_TYPE_DATETIME),
  KEYWORD_LIST("KeywordList", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD_LIST);

  private final String word;
  private final IndexedValueType indexed;

  SearchAttributeType(String word, IndexedValueType indexed) {
    this.word = word;
    this.indexed = indexed;
  }

  /** The spelling of Temporal's command line. */
  public String word() {
    return word;
  }

  IndexedValueType indexed() {
    return indexed;
  }
}
