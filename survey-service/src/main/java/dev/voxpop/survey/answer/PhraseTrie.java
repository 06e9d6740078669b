package dev.voxpop.survey.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Phrases by their words: a trie over word numbers whose edges lie in one hash table.
 *
 * <p>A step costs one look-up and allocates nothing; all phrases that begin at a word are found in
 * as many steps as the longest of them has words.
 */
final class PhraseTrie {
  /** The node before the first word. */
  static final int ROOT = 0;

  /** The node of a sequence that begins no phrase. */
  static final int NOWHERE = -1;

  private final long[] edges;
  private final int[] targets;
  private final List<List<Phrase>> phrases;

  private PhraseTrie(Map<Long, Integer> tree, List<List<Phrase>> phrases) {
    int capacity = Math.max(16, Integer.highestOneBit(Math.max(1, tree.size())) * 4);
    this.edges = new long[capacity];
    this.targets = new int[capacity];
    this.phrases = phrases.stream().map(List::copyOf).toList();
    tree.forEach(
        (edge, target) -> {
          int slot = slotOf(edge);
          edges[slot] = edge;
          targets[slot] = target;
        });
  }

  /** The node one word further, or {@link #NOWHERE}. */
  int next(int node, int word) {
    if (word == Vocabulary.UNKNOWN) {
      return NOWHERE;
    }
    int slot = slotOf(edge(node, word));
    return edges[slot] == 0 ? NOWHERE : targets[slot];
  }

  /** The phrases that end at a node. */
  List<Phrase> at(int node) {
    return phrases.get(node);
  }

  private int slotOf(long edge) {
    long mixed = edge * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 40) & (edges.length - 1);
    while (edges[slot] != 0 && edges[slot] != edge) {
      slot = (slot + 1) & (edges.length - 1);
    }
    return slot;
  }

  private static long edge(int node, int word) {
    // never 0, which marks a free slot
    return (long) node << 32 | word + 1L;
  }

  /** A trie that grows. */
  static final class Builder {
    private final Map<Long, Integer> tree = new HashMap<>();
    private final List<List<Phrase>> phrases = new ArrayList<>(List.of(new ArrayList<>()));

    /** Adds a phrase; one without words is left out, it could never be found. */
    void add(List<Integer> words, Phrase phrase) {
      if (words.isEmpty()) {
        return;
      }
      int node = ROOT;
      for (int word : words) {
        node = tree.computeIfAbsent(edge(node, word), ignored -> newNode());
      }
      if (!phrases.get(node).contains(phrase)) {
        phrases.get(node).add(phrase);
      }
    }

    PhraseTrie build() {
      return new PhraseTrie(tree, phrases);
    }

    private int newNode() {
      phrases.add(new ArrayList<>());
      return phrases.size() - 1;
    }
  }
}
