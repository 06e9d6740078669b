package dev.voxpop.survey.interview;

import dev.voxpop.instrument.format.BlockWriter;
import dev.voxpop.instrument.item.Item;

/** The rules by which answers are read. */
public interface AnswerReaders {
  /** The reading of answers to an item that is shown by this writer. */
  AnswerReader of(Item item, BlockWriter blocks);

  /** Version of the rules, stored with every answer. */
  String version();
}
