package dev.voxpop.backstory.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers that say what is wrong, as problem documents. */
final class Refusal {

  private static final String MEDIA_TYPE = "application/problem+json";

  private Refusal() {}

  static WebApplicationException badRequest(String detail, String advice) {
    return of(Response.Status.BAD_REQUEST, "invalid-request", text(detail, advice), List.of());
  }

  static WebApplicationException notFound(String pool) {
    return of(
        Response.Status.NOT_FOUND,
        "not-found",
        text("There is no pool \"%s\".".formatted(pool), "look at /backstory/pools"),
        List.of());
  }

  static WebApplicationException conflict(String detail, String advice) {
    return of(Response.Status.CONFLICT, "conflict", text(detail, advice), List.of());
  }

  static WebApplicationException invalidData(String detail, List<String> problems) {
    String advice = "correct what is listed, or send the file with ?mode=lenient";
    return of(Response.Status.BAD_REQUEST, "invalid-data", text(detail, advice), problems);
  }

  private static String text(String detail, String advice) {
    return detail + "\nMaybe " + advice + ".";
  }

  private static WebApplicationException of(
      Response.Status status, String name, String detail, List<String> problems) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", "urn:voxpop:problem:" + name);
    document.put("title", status.getReasonPhrase());
    document.put("status", status.getStatusCode());
    document.put("detail", detail);
    if (!problems.isEmpty()) {
      document.put("errors", problems.stream().map(problem -> Map.of("detail", problem)).toList());
    }
    return new WebApplicationException(
        Response.status(status).type(MEDIA_TYPE).entity(document).build());
  }
}
