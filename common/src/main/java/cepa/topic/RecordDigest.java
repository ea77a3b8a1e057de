package cepa.topic;

import cepa.digest.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/// Digest over the records of one range: SHA-256 over, for each record in order, the key's length,
/// the key, the value's length, the value (lengths as four bytes, big endian). Not safe for several
/// threads.
public final class RecordDigest {

  private final MessageDigest sha256 = Sha256.digest();
  private final ByteBuffer length = ByteBuffer.allocate(4);
  private long records;

  public void add(String key, byte[] value) {
    add(key.getBytes(StandardCharsets.UTF_8));
    add(value);
    records++;
  }

  /// Records added so far.
  public long records() {
    return records;
  }

  /// Lower-case hex; ends the digest.
  public String finish() {
    return HexFormat.of().formatHex(sha256.digest());
  }

  private void add(byte[] bytes) {
    sha256.update(length.putInt(0, bytes.length).array());
    sha256.update(bytes);
  }
}
