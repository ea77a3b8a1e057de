package cepa.json;

import cepa.error.PermanentException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;

/// JSON as gzip, for objects in the store. Equal values make equal bytes (the gzip header holds no
/// time).
public final class PackedJson {

  private static final int BUFFER = 1 << 16;

  private PackedJson() {}

  /// Written once and read a few times soon after, so speed counts more than size.
  public static byte[] pack(Object value) {
    var out = new ByteArrayOutputStream(BUFFER);
    try (var gzip = new FastGzip(out)) {
      Json.MAPPER.writeValue(gzip, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// @throws PermanentException if the bytes are damaged
  public static <T> T unpack(byte[] packed, Class<T> type) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed), BUFFER)) {
      return Json.MAPPER
          .readerFor(type)
          .withAttribute(SharedTexts.class, new SharedTexts())
          .readValue(in);
    } catch (IOException | JacksonException e) {
      throw new PermanentException(
          "A stored "
              + type.getSimpleName()
              + " of "
              + packed.length
              + " bytes is damaged ("
              + e.getMessage()
              + "); delete the object, so that it is made again",
          e);
    }
  }

  private static final class FastGzip extends GZIPOutputStream {
    private FastGzip(ByteArrayOutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
