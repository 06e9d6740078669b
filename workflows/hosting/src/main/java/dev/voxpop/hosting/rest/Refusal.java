package dev.voxpop.hosting.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers of a resource that say what is wrong, as problem documents. */
public final class Refusal {

  private static final String MEDIA_TYPE = "application/problem+json";

  private Refusal() {}

  /** The request itself is wrong. */
  public static WebApplicationException badRequest(String detail, String advice) {
    return of(Response.Status.BAD_REQUEST, "invalid-request", text(detail, advice), List.of());
  }

  /** What is asked for is not there; {@code list} is where to find what is. */
  public static WebApplicationException notFound(String what, String id, String list) {
    String detail = "There is no %s \"%s\".".formatted(what, id);
    return of(Response.Status.NOT_FOUND, "not-found", text(detail, "look at " + list), List.of());
  }

  /** What is there does not allow what is asked. */
  public static WebApplicationException conflict(String detail, String advice) {
    return of(Response.Status.CONFLICT, "conflict", text(detail, advice), List.of());
  }

  /** Data that were sent are wrong, at these places. */
  public static WebApplicationException invalidData(
      String detail, String advice, List<String> problems) {
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
