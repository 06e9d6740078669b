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

  /** What a reader wants to know at a glance. */
  record Facts(List<Fact> facts) implements Block {

    /** Copies the list. */
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /** A name, its value, and a smaller remark that may be empty. */
  record Fact(String name, String value, String remark) {}

  /** A table that is always shown. */
  record Shown(Table table) implements Block {}

  /** A table that opens on request, and is open on paper. */
  record Folded(Table table) implements Block {}

  /** Figures with the table of their numbers. */
  record Figures(String caption, Legend legend, List<String> svgs, Table table) implements Block {

    /** Copies the list. */
    public Figures {
      svgs = List.copyOf(svgs);
    }
  }

  /**
   * How figures are laid out and what their marks mean.
   *
   * @param marks in the order in which they are named
   */
  record Legend(Layout layout, List<Mark> marks) {

    /** Copies the list. */
    public Legend {
      marks = List.copyOf(marks);
    }
  }

  /** A mark, by the name of its style, and what it stands for. */
  record Mark(String style, String meaning) {}

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
