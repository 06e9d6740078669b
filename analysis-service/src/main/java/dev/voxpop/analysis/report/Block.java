package dev.voxpop.analysis.report;

import java.util.List;

/** A piece of a report, independent of the format it is written in. */
public sealed interface Block {

  /** A sentence or more. */
  record Paragraph(String text) implements Block {}

  /** Sentences that a reader must see. */
  record Notice(List<String> sentences) implements Block {

    /** Copies the list. */
    public Notice {
      sentences = List.copyOf(sentences);
    }
  }

  /** A table that is always shown. */
  record Shown(Table table) implements Block {}

  /** Figures with the table of their numbers. */
  record Figures(String caption, Layout layout, List<String> svgs, Table table) implements Block {

    /** Copies the list. */
    public Figures {
      svgs = List.copyOf(svgs);
    }
  }

  /** How the figures of one block are laid out. */
  enum Layout {
    /** One below the other, as wide as their drawing. */
    WIDE,
    /** Small ones side by side, as many as fit. */
    GRID,
    /** Large squares that scroll by themselves. */
    SCROLL
  }
}
