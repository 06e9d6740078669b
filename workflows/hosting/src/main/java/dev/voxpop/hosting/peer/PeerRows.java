package dev.voxpop.hosting.peer;

import dev.voxpop.contracts.bulk.Paging;
import dev.voxpop.hosting.Json;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The reading of one kind of row that another stage hands out as newline-delimited JSON. Time-outs
 * and circuit breakers are its callers'; nothing is tried again, because the activity is.
 *
 * @param stage the stage, as in the keys of its address
 * @param what what is asked for, as in a sentence
 */
public record PeerRows<T>(String stage, String what, Class<T> type) {

  /**
   * The page that a request brings.
   *
   * @throws PeerUnavailable when it brings none
   */
  public PeerPage<T> page(Supplier<Response> request) {
    return read(
        request,
        response -> {
          String body = response.readEntity(String.class);
          List<T> rows = body.lines().filter(line -> !line.isBlank()).map(this::row).toList();
          String next = response.getHeaderString(Paging.NEXT_CURSOR);
          return new PeerPage<>(rows, Optional.ofNullable(next).filter(c -> !c.isEmpty()));
        });
  }

  /**
   * The only row that a request brings, which may have many lines.
   *
   * @throws PeerUnavailable when it brings none
   */
  public T only(Supplier<Response> request) {
    return read(request, response -> row(response.readEntity(String.class)));
  }

  private <A> A read(Supplier<Response> request, Function<Response, A> reading) {
    try (Response response = request.get()) {
      return reading.apply(response);
    } catch (WebApplicationException e) {
      throw refused(e.getResponse().getStatus(), e);
    } catch (ProcessingException e) {
      throw unreached(e);
    }
  }

  private PeerUnavailable refused(int status, WebApplicationException cause) {
    return new PeerUnavailable(
        status,
        "The %s stage answered %d for %s.\nMaybe it is restarting; the work is tried again."
            .formatted(stage, status, what),
        cause);
  }

  private PeerUnavailable unreached(ProcessingException cause) {
    return new PeerUnavailable(
        0,
        "The %s stage cannot be asked for %s: %s.\nMaybe it is restarting, or quarkus.rest-client.%s.url is wrong."
            .formatted(stage, what, cause.getMessage(), stage),
        cause);
  }

  private T row(String line) {
    try {
      return Json.read(line, type);
    } catch (IllegalStateException e) {
      throw new PeerUnavailable(
          200,
          "The %s stage handed out a row of %s that cannot be read.\nMaybe it is of another version."
              .formatted(stage, what),
          e);
    }
  }
}
