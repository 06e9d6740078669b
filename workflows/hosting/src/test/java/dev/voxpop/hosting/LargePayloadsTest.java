package dev.voxpop.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.RawValue;
import io.temporal.payload.codec.PayloadCodecException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LargePayloadsTest {

  private static final DataConverter CONVERTER = Payloads.converter();

  @Test
  void smallPayload_staysReadable() {
    Payload payload = CONVERTER.toPayload("short").orElseThrow();
    assertThat(payload.getData().toStringUtf8()).isEqualTo("\"short\"");
  }

  @Test
  void largePayload_shrinksAndComesBack() {
    String text = "the same again ".repeat(20_000);
    Payload payload = CONVERTER.toPayload(text).orElseThrow();
    assertThat(payload.getSerializedSize()).isLessThan(LargePayloads.READABLE);
    assertThat(CONVERTER.fromPayload(payload, String.class, String.class)).isEqualTo(text);
  }

  @Test
  void rawDocument_keepsEveryByte() {
    byte[] bytes =
        ("{\"a\": \"" + "ü\\ud800 ".repeat(9_000) + "\"}").getBytes(StandardCharsets.UTF_8);
    Payload sent =
        Payload.newBuilder()
            .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
            .setData(ByteString.copyFrom(bytes))
            .build();
    Payload travelled = CONVERTER.toPayload(new RawValue(sent)).orElseThrow();
    assertThat(travelled.getSerializedSize()).isLessThan(sent.getSerializedSize());
    RawValue arrived = CONVERTER.fromPayload(travelled, RawValue.class, RawValue.class);
    assertThat(arrived.getPayload()).isEqualTo(sent);
    assertThat(CONVERTER.fromPayload(sent, RawValue.class, RawValue.class).getPayload())
        .isEqualTo(sent);
  }

  @Test
  void damagedPayload_isRefused() {
    Payload damaged =
        Payload.newBuilder()
            .putMetadata("encoding", ByteString.copyFromUtf8("binary/deflated"))
            .setData(ByteString.copyFromUtf8("no such thing"))
            .build();
    assertThatThrownBy(() -> CONVERTER.fromPayload(damaged, String.class, String.class))
        .isInstanceOf(PayloadCodecException.class);
  }
}
