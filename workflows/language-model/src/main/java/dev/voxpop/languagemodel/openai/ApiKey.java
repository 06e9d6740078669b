package dev.voxpop.languagemodel.openai;

import static dev.voxpop.contracts.failure.FailureType.MODEL_AUTH_FAILED;

import dev.voxpop.languagemodel.ModelFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key of one alias, in a file.
 *
 * <p>The file's attributes are looked at before every call and its content is read again when they
 * changed, so a replaced key is used by the next call. The key appears in no message.
 */
final class ApiKey {

  private static final int MOST_BYTES = 16 * 1024;

  private final String alias;
  private final @Nullable Path file;
  private volatile @Nullable Version known;

  private ApiKey(String alias, @Nullable Path file) {
    this.alias = alias;
    this.file = file;
  }

  static ApiKey of(String alias, Optional<Path> file) {
    return new ApiKey(alias, file.orElse(null));
  }

  /** The value of the header {@code Authorization}; null when no key is configured. */
  @Nullable String bearer() {
    if (file == null) {
      return null;
    }
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      Version version = known;
      if (version == null || !version.isOf(now)) {
        version = read(file, now);
        known = version;
      }
      return version.bearer;
    } catch (IOException e) {
      throw unusable("cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private Version read(Path path, BasicFileAttributes attributes) throws IOException {
    if (attributes.size() > MOST_BYTES) {
      throw unusable("is larger than " + MOST_BYTES + " bytes");
    }
    String key = Files.readString(path).strip();
    if (key.isEmpty() || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw unusable("does not hold one line of visible ASCII characters");
    }
    return new Version(
        attributes.lastModifiedTime(), attributes.size(), attributes.fileKey(), "Bearer " + key);
  }

  private ModelFailure unusable(String why) {
    return ModelFailure.of(
            MODEL_AUTH_FAILED,
            "The key file "
                + file
                + " of model alias \""
                + alias
                + "\" "
                + why
                + ".\nMaybe correct voxpop.model."
                + alias
                + ".api-key-file or the file's owner and mode.")
        .unsent()
        .failure();
  }

  private record Version(Object modified, long size, @Nullable Object file, String bearer) {

    boolean isOf(BasicFileAttributes now) {
      return size == now.size()
          && modified.equals(now.lastModifiedTime())
          && Objects.equals(file, now.fileKey());
    }

    @Override
    public String toString() {
      return "Version[***]";
    }
  }
}
