package cepa.renderer.stage;

import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Compresses bodies so that equal bytes in make equal bytes out: level 6, no time, no file system
/// in the header. Reuses its deflater; not safe for several threads.
final class Gzip implements AutoCloseable {

  private static final int LEVEL = 6;
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
  private static final int STEP = 16 * 1024;

  private final Deflater deflater = new Deflater(LEVEL, true);
  private final CRC32 crc = new CRC32();

  /// Appends the compressed form of the first `length` bytes.
  void compress(byte[] bytes, int length, ByteSink out) {
    out.write(HEADER, 0, HEADER.length);
    deflater.reset();
    deflater.setInput(bytes, 0, length);
    deflater.finish();
    while (!deflater.finished()) {
      byte[] room = out.room(STEP);
      out.advance(deflater.deflate(room, out.size(), STEP));
    }
    crc.reset();
    crc.update(bytes, 0, length);
    littleEndian((int) crc.getValue(), out);
    littleEndian(length, out);
  }

  private static void littleEndian(int value, ByteSink out) {
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      out.write(value >>> shift);
    }
  }

  @Override
  public void close() {
    deflater.end();
  }
}
