package dev.voxpop.matching.rest;

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
    return of(Response.Status.BAD_REQUEST, "invalid-request", detail, advice, List.of());
  }

  static WebApplicationException notFound(String what, String id) {
    return of(
        Response.Status.NOT_FOUND,
        "not-found",
        "There is no %s \"%s\".".formatted(what, id),
        "look at the list",
        List.of());
  }

  static WebApplicationException conflict(String detail, String advice) {
    return of(Response.Status.CONFLICT, "conflict", detail, advice, List.of());
  }

  static WebApplicationException invalidData(String detail, String advice, List<String> problems) {
    return of(Response.Status.BAD_REQUEST, "invalid-data", detail, advice, problems);
  }

  private static WebApplicationException of(
      Response.Status status, String name, String detail, String advice, List<String> problems) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", "urn:voxpop:problem:" + name);
    document.put("title", status.getReasonPhrase());
    document.put("status", status.getStatusCode());
    document.put("detail", detail + "\nMaybe " + advice + ".");
    if (!problems.isEmpty()) {
      document.put("errors", problems.stream().map(problem -> Map.of("detail", problem)).toList());
    }
    return new WebApplicationException(
        Response.status(status).type(MEDIA_TYPE).entity(document).build());
  }
}
