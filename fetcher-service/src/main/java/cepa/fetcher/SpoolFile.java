package cepa.fetcher;

import cepa.digest.Sha256;
import cepa.error.RetriableException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HexFormat;

/// A spool file while it is written: counts and digests what goes in. Used by one thread.
public final class SpoolFile extends OutputStream {

  private final FileChannel channel;
  private final MessageDigest sha256 = Sha256.digest();
  private long bytes;

  SpoolFile(FileChannel channel) {
    this.channel = channel;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(from, offset, length);
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (ClosedChannelException e) {
      throw e; // the thread was interrupted, or the attempt is over
    } catch (IOException e) {
      throw new RetriableException(
          "Cannot write to the spool: "
              + e.getMessage()
              + "; has cepa.fetcher.spool-directory room?",
          e);
    }
    sha256.update(from, offset, length);
    bytes += length;
  }

  /// Bytes written so far.
  public long bytes() {
    return bytes;
  }

  /// What was written, as the document `name`; ends the writing.
  public SpooledDocument finish(String name) {
    return new SpooledDocument(name, channel, bytes, HexFormat.of().formatHex(sha256.digest()));
  }
}
