package dev.voxpop.contracts.run;

/**
 * A document as it arrived at the door.
 *
 * @param workflowId id of the workflow, which names the experiment when the document does not
 * @param runId Temporal's id of this run
 * @param base64 the payload's bytes, at most 128 KiB of them
 * @param size the payload's true size in bytes
 * @param surplus whether a second payload came along
 */
public record Submission(
    String workflowId, String runId, String base64, long size, boolean surplus) {

  /** The largest document, in bytes. */
  public static final int MAX_BYTES = 128 * 1024;
}
