package cepa.processor.directory;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The base64 blocks between `-----BEGIN` and `-----END` lines.
final class Blocks {

  private static final byte[] BEGIN = Lines.ascii("-----BEGIN ");
  private static final byte[] END = Lines.ascii("-----END ");
  private static final int MOST_CHARACTERS = 1 << 16;

  private Blocks() {}

  static byte @Nullable [] read(Lines lines) {
    if (!lines.nextStartsWith(BEGIN) || !lines.next()) {
      return null;
    }
    StringBuilder base64 = new StringBuilder();
    while (lines.next()) {
      if (lines.startsWith(END)) {
        return decode(base64.toString());
      }
      if (base64.length() < MOST_CHARACTERS) {
        base64.append(lines.text());
      }
    }
    return null;
  }

  private static byte @Nullable [] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
