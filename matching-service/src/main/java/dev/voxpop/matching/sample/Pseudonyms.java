package dev.voxpop.matching.sample;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The names under which the people of one sample are known outside this service: {@code r-} and 16
 * hex digits of HMAC-SHA-256 with the sample's content hash as key.
 */
public final class Pseudonyms {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 8;

  private final SecretKeySpec key;

  private Pseudonyms(SecretKeySpec key) {
    this.key = key;
  }

  /** Returns the names of a sample of this content. */
  public static Pseudonyms of(String contentHash) {
    return new Pseudonyms(
        new SecretKeySpec(contentHash.getBytes(StandardCharsets.UTF_8), ALGORITHM));
  }

  /** Returns the pseudonym of a person's key. */
  public String of(Person person) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] hash = mac.doFinal(person.key().getBytes(StandardCharsets.UTF_8));
      return "r-" + HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(
          "This Java has no %s.\nMaybe its security providers were changed?".formatted(ALGORITHM),
          e);
    }
  }
}
