package dev.voxpop.worker.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voxpop.hosting.Payloads;
import dev.voxpop.worker.document.DocumentReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Turns a document into the same document that only wants to be planned. */
public final class DryRun {

  private DryRun() {}

  /** A document that cannot be read stays as it is, so that its problems are told. */
  public static byte[] of(byte[] document) {
    if (DocumentReader.read(document, "planned").document() == null) {
      return document.clone();
    }
    try {
      JsonNode tree = Payloads.mapper().readTree(document);
      return Payloads.mapper().writeValueAsBytes(((ObjectNode) tree).put("dryRun", true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
