package dev.voxpop.worker.rest;

import dev.voxpop.contracts.identity.Sha256;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The errors of the framework, as problems like all others: a path that is not there, a method or a
 * media type that is not served, and defects, of which only an id is told.
 */
public class FrameworkProblems {

  private static final Logger LOG = Logger.getLogger(FrameworkProblems.class);
  private final AtomicLong defects = new AtomicLong();

  @ServerExceptionMapper
  Response notFound(NotFoundException e) {
    return answer(e);
  }

  @ServerExceptionMapper
  Response refused(WebApplicationException e) {
    return e.getResponse().hasEntity() ? e.getResponse() : answer(e);
  }

  @ServerExceptionMapper
  Response defect(Throwable e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    String told = defects.incrementAndGet() + " " + trace;
    String id = Sha256.hex(told.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    LOG.errorf(e, "Defect %s", id);
    return ProblemDetails.of(
        500, "defect", "Something unexpected happened, noted as " + id + ".\nMaybe try again.");
  }

  private static Response answer(WebApplicationException e) {
    int status = e.getResponse().getStatus();
    return switch (status) {
      case 404 ->
          ProblemDetails.of(404, "not-found", "There is nothing here.\nMaybe look at the API.");
      case 405 -> ProblemDetails.of(405, "method-not-allowed", "This method is not served here.");
      case 406 -> ProblemDetails.of(406, "not-acceptable", "No such representation is served.");
      case 415 ->
          ProblemDetails.of(
              415, "unsupported-media-type", "This media type is not read.\nMaybe send JSON.");
      default -> ProblemDetails.of(status, "refused", "The request was refused.");
    };
  }
}
