package dev.voxpop.languagemodel.openai;

import static dev.voxpop.contracts.failure.FailureType.MODEL_REPLY_MALFORMED;

import dev.langchain4j.model.openai.internal.chat.ChatCompletionResponse;
import dev.voxpop.languagemodel.ModelFailure;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Keeps the beginning of a reply that its reader cannot make sense of. */
final class RawKeeper implements ReaderInterceptor {

  private final String alias;

  RawKeeper(String alias) {
    this.alias = alias;
  }

  @Override
  public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (context.getType() == byte[].class || context.getType() == String.class) {
      return context.proceed(); // read raw, nothing to lose
    }
    InputStream stream = context.getInputStream();
    byte[] all = stream == null ? new byte[0] : stream.readAllBytes();
    context.setInputStream(new ByteArrayInputStream(all));
    try {
      return requireMessage(context.proceed(), all);
    } catch (ModelFailure e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw malformed(all, alias, e);
    }
  }

  private @Nullable Object requireMessage(@Nullable Object read, byte[] all) {
    boolean whole =
        !(read instanceof ChatCompletionResponse reply)
            || (reply.choices() != null
                && !reply.choices().isEmpty()
                && reply.choices().getFirst().message() != null);
    if (!whole) {
      throw malformed(all, alias, new IOException("no choices"));
    }
    return read;
  }

  static ModelFailure malformed(byte[] body, String alias, Throwable cause) {
    return ModelFailure.of(
            MODEL_REPLY_MALFORMED,
            "Model alias \"%s\" sent a reply that is not the expected JSON (%s).\nMaybe base-url points at something else."
                .formatted(alias, cause.getClass().getSimpleName()))
        .status(200)
        .raw(head(body))
        .maybeCharged()
        .failure();
  }

  static String head(byte[] body) {
    int length = Math.min(body.length, ModelFailure.MOST_RAW_BYTES);
    return new String(body, 0, length, StandardCharsets.UTF_8);
  }
}
