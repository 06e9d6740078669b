package dev.voxpop.simulator.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Phrases with a meaning, found in a text from the left, the longest first, without overlap: a word
 * trie. One pass costs one look-up per word plus the length of the matches.
 */
public final class PhraseTable<V> {
  private final Node<V> root = new Node<>();

  private PhraseTable() {}

  /** An empty table. */
  public static <V> PhraseTable<V> empty() {
    return new PhraseTable<>();
  }

  /** Adds a phrase; of two equal phrases the later wins. */
  public PhraseTable<V> add(String phrase, V value) {
    Node<V> node = root;
    for (String word : Words.of(phrase).list()) {
      node = node.next.computeIfAbsent(word, key -> new Node<>());
    }
    node.value = value;
    return this;
  }

  /** All matches in order. */
  public List<Match<V>> find(Words words) {
    List<Match<V>> matches = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      @Nullable Match<V> match = longest(words, at);
      if (match == null) {
        at++;
      } else {
        matches.add(match);
        at = match.end();
      }
    }
    return matches;
  }

  private @Nullable Match<V> longest(Words words, int start) {
    @Nullable Match<V> best = null;
    @Nullable Node<V> node = root;
    for (int at = start; at < words.size(); at++) {
      node = node.next.get(words.at(at));
      if (node == null || !words.together(start, at)) {
        return best;
      }
      if (node.value != null) {
        best = new Match<>(start, at + 1, node.value);
      }
    }
    return best;
  }

  /** A phrase found from {@code start} to {@code end} (exclusive). */
  public record Match<V>(int start, int end, V value) {}

  private static final class Node<V> {
    private final Map<String, Node<V>> next = new HashMap<>();
    private @Nullable V value;
  }
}
