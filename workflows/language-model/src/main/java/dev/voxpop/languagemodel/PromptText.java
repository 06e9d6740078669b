package dev.voxpop.languagemodel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An immutable text that is cheap to extend: an extension shares the text and the encoded bytes of
 * what it extends.
 *
 * <p>An interview's prompt grows by one question and one answer at a time; built this way every
 * piece is encoded for the wire once, not once per question. Two texts with the same characters are
 * equal however they were built. NUL and unpaired surrogates, which no request can carry, are
 * replaced by U+FFFD piece by piece, so a surrogate pair must not be split between two pieces.
 */
public final class PromptText {

  /** No text. */
  public static final PromptText EMPTY = new PromptText(null, "");

  private final @Nullable PromptText head;
  private final String tail;
  private final int length;
  // Encoding twice in a race gives the same bytes, so no lock.
  private byte @Nullable [] encodedTail;

  private PromptText(@Nullable PromptText head, String tail) {
    this.head = head;
    this.tail = tail;
    this.length = Math.addExact(head == null ? 0 : head.length, tail.length());
  }

  /** The text in one piece. */
  public static PromptText of(String text) {
    return text.isEmpty() ? EMPTY : new PromptText(null, SafeText.clean(text));
  }

  /** This text followed by {@code more}. */
  public PromptText plus(String more) {
    if (more.isEmpty()) {
      return this;
    }
    return new PromptText(length == 0 ? null : this, SafeText.clean(more));
  }

  /** The length in UTF-16 units. */
  public int length() {
    return length;
  }

  /** The text as a JSON string without its quotation marks, UTF-8. A new array at every call. */
  public byte[] toJson() {
    Deque<byte[]> pieces = new ArrayDeque<>();
    int size = 0;
    for (PromptText part = this; part != null; part = part.head) {
      byte[] piece = part.encoded();
      pieces.push(piece);
      size += piece.length;
    }
    byte[] all = new byte[size];
    int at = 0;
    for (byte[] piece : pieces) {
      System.arraycopy(piece, 0, all, at, piece.length);
      at += piece.length;
    }
    return all;
  }

  private byte[] encoded() {
    byte[] known = encodedTail;
    if (known == null) {
      known = SafeText.jsonEscape(tail).getBytes(StandardCharsets.UTF_8);
      encodedTail = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PromptText text
        && length == text.length
        && toString().equals(text.toString());
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(toString());
  }

  /** The whole text. */
  @Override
  public String toString() {
    if (head == null) {
      return tail;
    }
    Deque<String> pieces = new ArrayDeque<>();
    for (PromptText part = this; part != null; part = part.head) {
      pieces.push(part.tail);
    }
    StringBuilder all = new StringBuilder(length);
    pieces.forEach(all::append);
    return all.toString();
  }
}
