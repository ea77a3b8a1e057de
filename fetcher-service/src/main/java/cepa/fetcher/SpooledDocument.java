package cepa.fetcher;

import cepa.error.RetriableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// A document in the spool, to be read as often as needed until the spool closes.
public final class SpooledDocument {

  private final String name;
  private final FileChannel channel;
  private final long bytes;
  private final String sha256;

  SpooledDocument(String name, FileChannel channel, long bytes, String sha256) {
    this.name = name;
    this.channel = channel;
    this.bytes = bytes;
    this.sha256 = sha256;
  }

  /// The document's name within its source.
  public String name() {
    return name;
  }

  public long bytes() {
    return bytes;
  }

  /// Lower-case hex digest of the body.
  public String sha256() {
    return sha256;
  }

  /// The body from its beginning.
  public InputStream open() {
    return new InputStream() {
      private long position;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int count = channel.read(ByteBuffer.wrap(into, offset, length), position);
        position += Math.max(count, 0);
        return count;
      }
    };
  }

  /// The bytes from `offset` on.
  ///
  /// @throws RetriableException if the file cannot be read
  public byte[] slice(long offset, int length) {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    try {
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, offset + buffer.position()) < 0) {
          throw new IOException("ends before byte " + (offset + length));
        }
      }
    } catch (IOException e) {
      throw new RetriableException("Cannot read the spool file of document " + name, e);
    }
    return buffer.array();
  }
}
