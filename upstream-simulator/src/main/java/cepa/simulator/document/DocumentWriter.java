package cepa.simulator.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes text as UTF-8 bytes without detours: documents have hundreds of megabytes, nearly all of
/// it ASCII. Not thread-safe; the stream below stays open.
public final class DocumentWriter extends OutputStream {

  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 16];
  private int used;

  public DocumentWriter(OutputStream out) {
    this.out = out;
  }

  public DocumentWriter text(String text) throws IOException {
    int length = text.length();
    if (length > buffer.length - used) {
      flushBuffer();
      if (length > buffer.length) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        return this;
      }
    }
    int at = used;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return encoded(text);
      }
      buffer[at++] = (byte) c;
    }
    used = at;
    return this;
  }

  public DocumentWriter number(long number) throws IOException {
    if (number >= 0 && number < 1000) {
      return small((int) number);
    }
    return text(Long.toString(number));
  }

  private DocumentWriter small(int number) throws IOException {
    if (buffer.length - used < 3) {
      flushBuffer();
    }
    if (number >= 100) {
      buffer[used++] = (byte) ('0' + number / 100);
    }
    if (number >= 10) {
      buffer[used++] = (byte) ('0' + number / 10 % 10);
    }
    buffer[used++] = (byte) ('0' + number % 10);
    return this;
  }

  public DocumentWriter character(char ascii) throws IOException {
    write(ascii);
    return this;
  }

  @Override
  public void write(int b) throws IOException {
    if (used == buffer.length) {
      flushBuffer();
    }
    buffer[used++] = (byte) b;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (length > buffer.length - used) {
      flushBuffer();
      if (length > buffer.length) {
        out.write(bytes, offset, length);
        return;
      }
    }
    System.arraycopy(bytes, offset, buffer, used, length);
    used += length;
  }

  @Override
  public void flush() throws IOException {
    flushBuffer();
    out.flush();
  }

  private DocumentWriter encoded(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(bytes, 0, bytes.length);
    return this;
  }

  private void flushBuffer() throws IOException {
    out.write(buffer, 0, used);
    used = 0;
  }
}
