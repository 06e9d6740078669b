package dev.voxpop.survey.answer;

import java.util.Collection;
import java.util.List;

/**
 * A closed set of words with small numbers, looked up in a character array without case.
 *
 * <p>Open addressing with linear probing, at most half full; a look-up allocates nothing.
 */
final class Vocabulary {
  /** The number of every other word. */
  static final int UNKNOWN = -1;

  private final String[] words;
  private final int[] slots;

  private Vocabulary(List<String> folded) {
    this.words = folded.toArray(String[]::new);
    this.slots = new int[Math.max(16, Integer.highestOneBit(words.length) * 4)];
    for (int id = 0; id < words.length; id++) {
      slots[freeSlot(words[id])] = id + 1;
    }
  }

  /** The words, numbered in their order; they are folded and distinct. */
  static Vocabulary of(Collection<String> folded) {
    return new Vocabulary(List.copyOf(folded));
  }

  /** A word as it is compared: every character in lower case. */
  static String fold(String word) {
    char[] chars = word.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = fold(chars[i]);
    }
    return new String(chars);
  }

  /** A character as it is compared. */
  static char fold(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 0x20) : c;
    }
    return Character.toLowerCase(c);
  }

  /** Number of words. */
  int size() {
    return words.length;
  }

  /** The number of a folded word, or {@link #UNKNOWN}. */
  int idOf(String folded) {
    return idOf(folded.toCharArray(), 0, folded.length());
  }

  /** The number of the word in a range of characters, or {@link #UNKNOWN}. */
  int idOf(char[] chars, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + fold(chars[i]);
    }
    for (int slot = spread(hash); slots[slot] != 0; slot = (slot + 1) & (slots.length - 1)) {
      if (equal(words[slots[slot] - 1], chars, from, to)) {
        return slots[slot] - 1;
      }
    }
    return UNKNOWN;
  }

  private static boolean equal(String word, char[] chars, int from, int to) {
    if (word.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (word.charAt(i - from) != fold(chars[i])) {
        return false;
      }
    }
    return true;
  }

  private int freeSlot(String word) {
    int slot = spread(word.hashCode());
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private int spread(int hash) {
    return (hash ^ hash >>> 15) & (slots.length - 1);
  }
}
