package dev.voxpop.analysis.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers that say what is wrong, as problem documents. */
final class Refusal {

  private static final String MEDIA_TYPE = "application/problem+json";

  private Refusal() {}

  static WebApplicationException badRequest(String detail, String advice) {
    return of(Response.Status.BAD_REQUEST, "invalid-request", detail, advice);
  }

  static WebApplicationException notFound(String detail, String advice) {
    return of(Response.Status.NOT_FOUND, "not-found", detail, advice);
  }

  static WebApplicationException conflict(String detail, String advice) {
    return of(Response.Status.CONFLICT, "conflict", detail, advice);
  }

  static WebApplicationException unavailable(String detail, String advice) {
    return of(Response.Status.SERVICE_UNAVAILABLE, "unavailable", detail, advice);
  }

  private static WebApplicationException of(
      Response.Status status, String name, String detail, String advice) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", "urn:voxpop:problem:" + name);
    document.put("title", status.getReasonPhrase());
    document.put("status", status.getStatusCode());
    document.put("detail", detail + "\nMaybe " + advice + ".");
    return new WebApplicationException(
        Response.status(status).type(MEDIA_TYPE).entity(document).build());
  }
}
