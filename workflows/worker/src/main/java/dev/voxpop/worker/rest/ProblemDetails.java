package dev.voxpop.worker.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.voxpop.contracts.problem.Problem;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An error as RFC 9457 has it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemDetails(
    String type, String title, int status, String detail, @Nullable List<Entry> errors) {

  /** Media type of the answers. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** Copies the list. */
  public ProblemDetails {
    errors = errors == null ? null : List.copyOf(errors);
  }

  /** One problem of a document. */
  public record Entry(String pointer, String detail, String suggestion) {}

  /** The answer to a document with {@code count} problems, of which some are listed. */
  static Response invalid(List<Problem> problems, int count) {
    List<Entry> entries =
        problems.stream()
            .limit(Problem.MOST_LISTED)
            .map(p -> new Entry(p.pointer(), p.detail(), p.suggestion()))
            .toList();
    return of(
        400,
        "invalid-experiment",
        "The document has " + count + (count == 1 ? " problem" : " problems"),
        entries);
  }

  /** The answer to a request for something that is not there. */
  static Response notFound(String what, String id) {
    return of(
        404,
        "not-found",
        "There is no " + what + " \"" + id + "\".\nMaybe look at the list.",
        null);
  }

  /** The answer to a request that the present state does not allow. */
  static Response conflict(String detail) {
    return of(409, "conflict", detail, null);
  }

  /** A problem without a list. */
  static Response of(int status, String name, String detail) {
    return of(status, name, detail, null);
  }

  private static Response of(int status, String name, String detail, @Nullable List<Entry> errors) {
    ProblemDetails body =
        new ProblemDetails(
            "urn:voxpop:problem:" + name, name.replace('-', ' '), status, detail, errors);
    return Response.status(status).type(MEDIA_TYPE).entity(body).build();
  }
}
