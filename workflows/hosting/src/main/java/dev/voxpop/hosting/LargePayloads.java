package dev.voxpop.hosting;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.EncodingKeys;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.payload.codec.PayloadCodecException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Keeps histories small: a payload above 24 KiB travels deflated. All others stay readable in
 * Temporal's own pages. What a hundred arms repeat of sample, survey and format shrinks to a tenth
 * and less.
 */
final class LargePayloads implements PayloadCodec {

  static final int READABLE = 24 * 1024;
  private static final int MOST = 64 * 1024 * 1024;
  private static final ByteString ENCODING = ByteString.copyFromUtf8("binary/deflated");

  @Override
  public List<Payload> encode(List<Payload> payloads) {
    return payloads.stream().map(LargePayloads::encode).toList();
  }

  @Override
  public List<Payload> decode(List<Payload> payloads) {
    return payloads.stream().map(LargePayloads::decode).toList();
  }

  private static Payload encode(Payload payload) {
    if (payload.getSerializedSize() <= READABLE) {
      return payload;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
      payload.writeTo(deflater);
    } catch (IOException e) {
      throw new PayloadCodecException(e);
    }
    return Payload.newBuilder()
        .putMetadata(EncodingKeys.METADATA_ENCODING_KEY, ENCODING)
        .setData(ByteString.copyFrom(bytes.toByteArray()))
        .build();
  }

  private static Payload decode(Payload payload) {
    if (!ENCODING.equals(payload.getMetadataMap().get(EncodingKeys.METADATA_ENCODING_KEY))) {
      return payload;
    }
    try (InflaterInputStream inflater =
        new InflaterInputStream(new ByteArrayInputStream(payload.getData().toByteArray()))) {
      byte[] bytes = inflater.readNBytes(MOST);
      if (inflater.read() >= 0) {
        throw new IOException("A payload unfolds to more than " + MOST + " bytes.");
      }
      return Payload.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new PayloadCodecException("A deflated payload holds no payload.", e);
    } catch (IOException e) {
      throw new PayloadCodecException(e);
    }
  }
}
