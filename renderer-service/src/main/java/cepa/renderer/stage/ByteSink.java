package cepa.renderer.stage;

import java.io.OutputStream;
import java.util.Arrays;

/// A growing array of bytes that can be written to, looked into and reused.
final class ByteSink extends OutputStream {

  private byte[] bytes;
  private int size;

  ByteSink(int initial) {
    bytes = new byte[initial];
  }

  int size() {
    return size;
  }

  /// Holds the content in its first [#size] places; valid until the next write.
  byte[] array() {
    return bytes;
  }

  byte[] copy() {
    return Arrays.copyOf(bytes, size);
  }

  void reset() {
    size = 0;
  }

  /// Makes room for `more` bytes at [#size] and says where to put them.
  byte[] room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
    return bytes;
  }

  /// Counts bytes put into [#room].
  void advance(int written) {
    size += written;
  }

  @Override
  public void write(int b) {
    room(1)[size++] = (byte) b;
  }

  @Override
  public void write(byte[] from, int offset, int length) {
    System.arraycopy(from, offset, room(length), size, length);
    size += length;
  }
}
