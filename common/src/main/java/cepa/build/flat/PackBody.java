package cepa.build.flat;

import cepa.build.PageEntry;
import cepa.digest.Sha256;
import cepa.error.PermanentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// A compressed body taken out of its pack.
///
/// @param entry what it must be
/// @param compressed gzip
record PackBody(PageEntry entry, byte[] compressed) {

  static PackBody of(PageEntry entry, byte[] pack) {
    long end = entry.offset() + entry.length();
    if (entry.offset() < 0 || entry.length() < 0 || end > pack.length) {
      throw new PermanentException("Pack " + entry.pack() + " is shorter than its manifest says");
    }
    return new PackBody(entry, Arrays.copyOfRange(pack, (int) entry.offset(), (int) end));
  }

  /// The bytes of the page.
  ///
  /// @throws PermanentException if they are not those of the manifest
  byte[] unpacked() {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(compressed), 1 << 15)) {
      byte[] raw = in.readNBytes(entry.size());
      if (raw.length == entry.size() && in.read() < 0 && Sha256.hex(raw).equals(entry.sha256())) {
        return raw;
      }
    } catch (IOException e) {
      throw damaged(e);
    }
    throw damaged(null);
  }

  private PermanentException damaged(@Nullable IOException cause) {
    return new PermanentException(
        "The body of "
            + entry.path()
            + " in pack "
            + entry.pack()
            + " is damaged; build the site"
            + " in full",
        cause);
  }
}
