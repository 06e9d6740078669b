package dev.voxpop.matching.rest;

import dev.voxpop.hosting.rest.Refusal;
import dev.voxpop.matching.sample.CellValues;
import dev.voxpop.matching.store.HumanSampleRow;
import dev.voxpop.matching.store.Samples;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Human samples. */
@Path("/matching/samples")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SampleResource {

  private final SampleUpload upload;
  private final Samples samples;

  @Inject
  public SampleResource(SampleUpload upload, Samples samples) {
    this.upload = upload;
    this.samples = samples;
  }

  /**
   * Takes human data in CSV form.
   *
   * @param id the sample's id
   * @param wave id of the wave that declares the columns
   * @param values {@code codes} or {@code labels}
   * @param charset character set of the data
   */
  @POST
  @Consumes({"text/csv", MediaType.TEXT_PLAIN})
  public Response post(
      @Nullable @QueryParam("id") String id,
      @Nullable @QueryParam("wave") String wave,
      @QueryParam("values") @DefaultValue("codes") String values,
      @QueryParam("charset") @DefaultValue("UTF-8") String charset,
      InputStream data) {
    if (id == null || wave == null) {
      throw Refusal.badRequest("A sample needs an id and a wave.", "add ?id=…&wave=…");
    }
    HumanSampleRow row = upload.keep(id, wave, new SampleForm(cells(values), charset), data);
    return Response.created(URI.create("/matching/samples/" + row.id))
        .entity(SampleView.full(row))
        .build();
  }

  @GET
  public List<SampleView> list() {
    return samples.list().stream().map(SampleView::brief).toList();
  }

  @GET
  @Path("/{id}")
  public SampleView get(@PathParam("id") String id) {
    return samples
        .find(id)
        .map(SampleView::full)
        .orElseThrow(() -> Refusal.notFound("sample", id, "the list"));
  }

  private static CellValues cells(String values) {
    try {
      return CellValues.valueOf(values.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest("values=%s is unknown.".formatted(values), "use codes or labels");
    }
  }
}
