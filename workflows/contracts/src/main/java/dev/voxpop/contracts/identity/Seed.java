package dev.voxpop.contracts.identity;

/**
 * The one seed of an experiment, from which every draw is derived by a path.
 *
 * <p>{@code derive(path)} is the first eight bytes, big-endian, of SHA-256(seed U+001F path): the
 * same seed and path give the same number in any process, on any thread, in any order.
 *
 * @param value 0 … 2⁵³−1, so that it survives JSON readers that know only doubles
 */
public record Seed(long value) {

  /** The largest seed a document may carry. */
  public static final long MAX = (1L << 53) - 1;

  /** Checks the range. */
  public Seed {
    if (value < 0 || value > MAX) {
      throw new IllegalArgumentException(
          "Seed " + value + " is not in 0 … " + MAX + ".\nMaybe use a smaller number.");
    }
  }

  /** 64 random-looking bits for {@code path}. */
  public long derive(String path) {
    return Sha256.first64(value + "\u001F" + path);
  }

  /** The 31 low bits of {@link #derive}, the form in which providers take a seed. */
  public int forProvider(String path) {
    return (int) (derive(path) & 0x7FFF_FFFFL);
  }
}
