package dev.voxpop.hosting;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.EncodingKeys;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.payload.codec.PayloadCodecException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Keeps payloads from the eyes of whoever runs the Temporal server: AES in Galois/Counter mode with
 * 256 bits, a fresh nonce of 96 bits for each payload, the key's id beside it and bound to it.
 *
 * <p>A payload that is not sealed is left as it is, because the form of Temporal's pages cannot
 * seal what it sends.
 *
 * <p>Reference: M. Dworkin (2007), Galois/Counter Mode, doi:10.6028/NIST.SP.800-38D.
 */
final class SealedPayloads implements PayloadCodec {

  private static final ByteString ENCODING = ByteString.copyFromUtf8("binary/encrypted");
  private static final String KEY_ID = "encryption-key-id";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final PayloadKeys keys;
  private final SecureRandom random;

  SealedPayloads(PayloadKeys keys, SecureRandom random) {
    this.keys = keys;
    this.random = random;
  }

  @Override
  public List<Payload> encode(List<Payload> payloads) {
    return payloads.stream().map(this::seal).toList();
  }

  @Override
  public List<Payload> decode(List<Payload> payloads) {
    return payloads.stream().map(this::open).toList();
  }

  private Payload seal(Payload payload) {
    String id = keys.newest();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, id, nonce, payload.toByteArray());
    return Payload.newBuilder()
        .putMetadata(EncodingKeys.METADATA_ENCODING_KEY, ENCODING)
        .putMetadata(KEY_ID, ByteString.copyFromUtf8(id))
        .setData(ByteString.copyFrom(nonce).concat(ByteString.copyFrom(sealed)))
        .build();
  }

  private Payload open(Payload payload) {
    if (!ENCODING.equals(payload.getMetadataMap().get(EncodingKeys.METADATA_ENCODING_KEY))) {
      return payload;
    }
    String id = payload.getMetadataOrDefault(KEY_ID, ByteString.EMPTY).toStringUtf8();
    ByteString data = payload.getData();
    if (data.size() < NONCE_BYTES) {
      throw new PayloadCodecException(
          "A sealed payload of " + data.size() + " bytes is too short.");
    }
    byte[] nonce = data.substring(0, NONCE_BYTES).toByteArray();
    byte[] sealed = data.substring(NONCE_BYTES).toByteArray();
    try {
      return Payload.parseFrom(crypt(Cipher.DECRYPT_MODE, id, nonce, sealed));
    } catch (InvalidProtocolBufferException e) {
      throw new PayloadCodecException("A sealed payload holds no payload.", e);
    }
  }

  private byte[] crypt(int mode, String id, byte[] nonce, byte[] bytes) {
    SecretKey key =
        keys.find(id)
            .orElseThrow(
                () ->
                    new PayloadCodecException(
                        "A payload was sealed with the key \""
                            + id
                            + "\", which is not there.\nMaybe put it back into the file of keys."));
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new PayloadCodecException(
          "A payload of the key \"" + id + "\" was changed, or the key is another one.", e);
    }
  }
}
