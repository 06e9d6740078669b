package dev.voxpop.analysis.store;

/**
 * How far one partition was read.
 *
 * @param nextOffset offset of the first record that was not read
 * @param received records of the batch
 * @param deadLetters records of the batch that could not be read
 */
public record Progress(
    String topic, int partition, long nextOffset, long received, long deadLetters) {}
