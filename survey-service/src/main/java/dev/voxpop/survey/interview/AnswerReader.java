package dev.voxpop.survey.interview;

import dev.voxpop.instrument.item.DisplayOrder;
import dev.voxpop.languagemodel.Reply;

/** The reading of answers to one item, a pure function of what was said and what was shown. */
@FunctionalInterface
public interface AnswerReader {
  /** What an answer says when the options were shown in this order. */
  Finding read(Reply.Choice answer, DisplayOrder order);
}
