package dev.voxpop.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.failure.v1.Failure;
import io.temporal.common.converter.DataConverter;
import io.temporal.failure.ApplicationFailure;
import io.temporal.payload.codec.PayloadCodecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedPayloadsTest {

  private static final String CANARY = "canary-7f3a";
  private static final String OLD = key(1);
  private static final String NEW = key(2);

  @TempDir private Path folder;

  private static String key(int seed) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) seed);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private Path keys(String... lines) {
    try {
      return Files.writeString(folder.resolve("keys"), String.join("\n", lines));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private DataConverter converter(String... lines) {
    return Payloads.sealing(keys(lines));
  }

  @Test
  void sealedPayload_isUnreadableAndComesBack() {
    DataConverter converter = converter("# keys", "", "new " + NEW);
    Payload payload = converter.toPayload(CANARY).orElseThrow();
    assertThat(payload.toByteString().toString(java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(CANARY);
    assertThat(converter.fromPayload(payload, String.class, String.class)).isEqualTo(CANARY);
    assertThat(converter.toPayload(CANARY).orElseThrow()).isNotEqualTo(payload);
  }

  @Test
  void largePayload_isDeflatedBeforeItIsSealed() {
    DataConverter converter = converter("new " + NEW);
    String large = CANARY.repeat(10_000);
    Payload payload = converter.toPayload(large).orElseThrow();
    assertThat(payload.getSerializedSize()).isLessThan(5_000);
    assertThat(converter.fromPayload(payload, String.class, String.class)).isEqualTo(large);
  }

  @Test
  void failure_isSealedWithMessageAndStack() {
    DataConverter converter = converter("new " + NEW);
    Failure failure =
        converter.exceptionToFailure(ApplicationFailure.newFailure(CANARY, "SomeType", CANARY));
    assertThat(failure.toString()).doesNotContain(CANARY).doesNotContain("SealedPayloadsTest");
    assertThat(converter.failureToException(failure)).hasMessageContaining(CANARY);
  }

  @Test
  void oldKey_opensAndTheFirstSeals() {
    Payload old = converter("old " + OLD).toPayload(CANARY).orElseThrow();
    DataConverter rotated = converter("new " + NEW, "old " + OLD);
    assertThat(rotated.fromPayload(old, String.class, String.class)).isEqualTo(CANARY);
    Payload fresh = rotated.toPayload(CANARY).orElseThrow();
    assertThat(fresh.getMetadataOrThrow("encryption-key-id").toStringUtf8()).isEqualTo("new");
    DataConverter without = converter("old " + OLD);
    assertThatThrownBy(() -> without.fromPayload(fresh, String.class, String.class))
        .hasMessageContaining("\"new\"")
        .hasMessageContaining("Maybe");
  }

  @Test
  void readablePayload_isTakenAsItIs() {
    Payload plain = Payloads.converter().toPayload(CANARY).orElseThrow();
    assertThat(converter("new " + NEW).fromPayload(plain, String.class, String.class))
        .isEqualTo(CANARY);
  }

  @Test
  void changedPayload_isRefused() {
    DataConverter converter = converter("new " + NEW, "old " + OLD);
    Payload payload = converter.toPayload(CANARY).orElseThrow();
    byte[] bytes = payload.getData().toByteArray();
    bytes[bytes.length - 1] ^= 1;
    Payload changed = payload.toBuilder().setData(ByteString.copyFrom(bytes)).build();
    Payload renamed =
        payload.toBuilder()
            .putMetadata("encryption-key-id", ByteString.copyFromUtf8("old"))
            .build();
    for (Payload forged : new Payload[] {changed, renamed}) {
      assertThatThrownBy(() -> converter.fromPayload(forged, String.class, String.class))
          .isInstanceOf(PayloadCodecException.class)
          .hasMessageNotContaining(NEW);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing", "new", "new tooShort", "new c2hvcnQ=", "n/w x", "a b c"})
  void badFile_isRefusedWithoutItsKeys(String line) {
    Path file = keys(line);
    assertThatThrownBy(() -> PayloadKeys.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("keys")
        .hasMessageContaining("Maybe")
        .hasMessageNotContaining("c2hvcnQ");
  }

  @Test
  void sameIdTwice_isRefused() {
    Path file = keys("new " + NEW, "new " + OLD);
    assertThatThrownBy(() -> PayloadKeys.read(file)).hasMessageContaining("new is there twice");
  }
}
