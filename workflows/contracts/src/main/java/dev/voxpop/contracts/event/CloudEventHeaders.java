package dev.voxpop.contracts.event;

/** Header names of CloudEvents 1.0 in the Kafka protocol binding, binary mode. */
public final class CloudEventHeaders {

  public static final String SPEC_VERSION = "ce_specversion";
  public static final String TYPE = "ce_type";
  public static final String ID = "ce_id";
  public static final String SOURCE = "ce_source";
  public static final String SUBJECT = "ce_subject";
  public static final String TIME = "ce_time";
  public static final String DATA_SCHEMA = "ce_dataschema";
  public static final String PARTITION_KEY = "ce_partitionkey";
  public static final String TRACE_PARENT = "ce_traceparent";
  public static final String CONTENT_TYPE = "content-type";

  private CloudEventHeaders() {}
}
