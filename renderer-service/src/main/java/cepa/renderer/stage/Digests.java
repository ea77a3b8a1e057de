package cepa.renderer.stage;

import cepa.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/// SHA-256 as lower-case hex, by one reused digest. Not safe for several threads.
final class Digests {

  private static final HexFormat HEX = HexFormat.of();

  private final MessageDigest sha256 = Sha256.digest();

  String of(byte[] bytes, int length) {
    sha256.update(bytes, 0, length);
    return HEX.formatHex(sha256.digest());
  }

  String of(byte[] bytes) {
    return of(bytes, bytes.length);
  }

  /// Of several texts; none can run into its neighbour.
  String of(String... parts) {
    for (String part : parts) {
      sha256.update(part.getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) 0);
    }
    return HEX.formatHex(sha256.digest());
  }
}
