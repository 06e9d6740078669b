package dev.voxpop.languagemodel.openai;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * The part of the OpenAI API that is called here.
 *
 * <p>Bodies are bytes in both directions: a request's text is encoded once per interview (see
 * {@link Requests}), and a reply that is not what it should be must still be kept.
 */
@Path("")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface OpenAiApi {

  /** Continues a text. */
  @POST
  @Path("completions")
  byte[] complete(@HeaderParam("Authorization") @Nullable String bearer, byte[] request);

  /** Answers a conversation. */
  @POST
  @Path("chat/completions")
  byte[] chat(@HeaderParam("Authorization") @Nullable String bearer, byte[] request);
}
