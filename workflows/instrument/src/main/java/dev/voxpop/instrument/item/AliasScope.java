package dev.voxpop.instrument.item;

/** Where in an answer an alias counts as its option. */
public enum AliasScope {
  /** Anywhere in the answer. */
  ANYWHERE,
  /** Only when nothing else is left after symbol, cue and punctuation are removed. */
  WHOLE,
  /** First word, or right after a cue, followed by the end, punctuation or a pronoun. */
  START,
  /** Said of oneself: whole, first, after "I am" and the like, or joined to another match. */
  SELF,
  /** A word for a relative: as {@link #SELF}, but not merely as the first word. */
  KIN,
  /** Only when nothing else in the answer matches. */
  FALLBACK
}
