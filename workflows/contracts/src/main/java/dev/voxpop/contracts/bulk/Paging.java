package dev.voxpop.contracts.bulk;

/** The names that paged resources share. */
public final class Paging {

  /** Header that holds the cursor of the next page; absent on the last one. */
  public static final String NEXT_CURSOR = "voxpop-next-cursor";

  /** Media type of the pages. */
  public static final String NDJSON = "application/x-ndjson";

  /** Rows a page unless asked otherwise. */
  public static final int DEFAULT_LIMIT = 2000;

  private Paging() {}
}
