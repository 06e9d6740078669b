package dev.voxpop.analysis.rest;

import dev.voxpop.analysis.store.ReportRow;
import dev.voxpop.analysis.store.StoredFile;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Date;
import java.util.Map;
import java.util.Set;

/** Files as answers to requests: their types, and what browsers may do with them. */
final class FileResponses {

  private static final String PARQUET = "parquet";
  private static final Map<String, String> TYPES =
      Map.of(
          "html",
          MediaType.TEXT_HTML,
          "md",
          "text/markdown",
          "json",
          MediaType.APPLICATION_JSON,
          "jsonl",
          "application/x-ndjson",
          "csv",
          "text/csv",
          "sps",
          MediaType.TEXT_PLAIN,
          PARQUET,
          "application/vnd.apache.parquet");
  private static final Set<String> SAVED = Set.of("jsonl", "csv", "sps", PARQUET);

  private FileResponses() {}

  /** A file that is at hand. */
  static Response stored(ReportRow report, StoredFile file) {
    return headed(Response.ok(file.content().copy(), type(file.name())), file.name())
        .tag(new EntityTag(file.sha256()))
        .lastModified(Date.from(report.created))
        .build();
  }

  /** A file that is written row by row. */
  static Response streamed(String name, StreamingOutput rows) {
    return headed(Response.ok(rows, type(name)), name).build();
  }

  private static Response.ResponseBuilder headed(Response.ResponseBuilder response, String name) {
    response
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    return SAVED.contains(ending(name))
        ? response.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=" + name)
        : response;
  }

  private static String type(String name) {
    String type = TYPES.getOrDefault(ending(name), MediaType.TEXT_PLAIN);
    return ending(name).equals(PARQUET) ? type : type + ";charset=UTF-8";
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
