package dev.voxpop.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** The usual compressions, with gzip by the JDK: the library would look for Hadoop's. */
final class GzipCodecs implements CompressionCodecFactory {

  private final CompressionCodecFactory others;

  GzipCodecs(CompressionCodecFactory others) {
    this.others = others;
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName name) {
    return others.getCompressor(name);
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
    try {
      return name == CompressionCodecName.GZIP ? new Gunzip() : others.getDecompressor(name);
    } catch (LinkageError e) {
      throw new IllegalArgumentException(
          "The compression %s is unknown here.\nMaybe write the file with zstd, snappy or gzip?"
              .formatted(name),
          e);
    }
  }

  @Override
  public void release() {
    others.release();
  }

  private static final class Gunzip implements BytesInputDecompressor {

    @Override
    public BytesInput decompress(BytesInput bytes, int decompressedSize) throws IOException {
      return BytesInput.from(gunzip(bytes.toInputStream(), decompressedSize));
    }

    @Override
    public void decompress(
        ByteBuffer input, int compressedSize, ByteBuffer output, int decompressedSize)
        throws IOException {
      byte[] compressed = new byte[compressedSize];
      input.get(compressed);
      output.put(gunzip(new ByteArrayInputStream(compressed), decompressedSize));
    }

    private static byte[] gunzip(InputStream compressed, int size) throws IOException {
      try (var in = new GZIPInputStream(compressed)) {
        return in.readNBytes(size);
      }
    }

    @Override
    public void release() {}
  }
}
