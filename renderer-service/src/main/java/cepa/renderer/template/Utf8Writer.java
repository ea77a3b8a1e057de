package cepa.renderer.template;

import io.pebbletemplates.pebble.extension.writer.SpecializedWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.IdentityHashMap;

/// Collects a page as UTF-8 bytes in one growing array. A template hands over the same `char[]` for
/// the same piece of static text every time, so that text is encoded once and copied ever after;
/// text of one byte a character is narrowed directly; fragments are copied. Reused page after page
/// by one thread; not safe for several.
public final class Utf8Writer extends Writer implements SpecializedWriter {

  private static final int INITIAL = 64 * 1024;

  private final IdentityHashMap<char[], byte[]> staticText = new IdentityHashMap<>();
  private byte[] bytes = new byte[INITIAL];
  private int size;

  /// Bytes written since the last reset.
  public int size() {
    return size;
  }

  /// The array that holds them in its first [#size] places; valid until the next write.
  public byte[] array() {
    return bytes;
  }

  public void reset() {
    size = 0;
  }

  /// Takes back everything after the first `length` bytes.
  ///
  /// @return a copy of what was taken back
  byte[] cut(int length) {
    byte[] tail = Arrays.copyOfRange(bytes, length, size);
    size = length;
    return tail;
  }

  @Override
  public void write(char[] text) {
    byte[] encoded = staticText.get(text);
    if (encoded == null) {
      encoded = new String(text).getBytes(StandardCharsets.UTF_8);
      staticText.put(text, encoded);
    }
    append(encoded);
  }

  @Override
  public void write(char[] text, int offset, int length) {
    writeSpecialized(new String(text, offset, length));
  }

  @Override
  public void write(int character) {
    writeSpecialized((char) character);
  }

  @Override
  public void write(String text) {
    writeSpecialized(text);
  }

  @Override
  public void write(String text, int offset, int length) {
    writeSpecialized(text.substring(offset, offset + length));
  }

  @Override
  public void write(Object value) {
    if (value instanceof Fragment fragment) {
      append(fragment.utf8());
    } else {
      SpecializedWriter.super.write(value);
    }
  }

  @Override
  public void writeSpecialized(String text) {
    int length = text.length();
    ensure(length);
    byte[] out = bytes;
    int at = size;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        size = at;
        append(text.substring(i).getBytes(StandardCharsets.UTF_8));
        return;
      }
      out[at++] = (byte) c;
    }
    size = at;
  }

  @Override
  public void writeSpecialized(int value) {
    writeSpecialized(Integer.toString(value));
  }

  @Override
  public void writeSpecialized(long value) {
    writeSpecialized(Long.toString(value));
  }

  @Override
  public void writeSpecialized(double value) {
    writeSpecialized(Double.toString(value));
  }

  @Override
  public void writeSpecialized(float value) {
    writeSpecialized(Float.toString(value));
  }

  @Override
  public void writeSpecialized(short value) {
    writeSpecialized(Short.toString(value));
  }

  @Override
  public void writeSpecialized(byte value) {
    writeSpecialized(Byte.toString(value));
  }

  @Override
  public void writeSpecialized(char value) {
    writeSpecialized(Character.toString(value));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  private void append(byte[] more) {
    ensure(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  private void ensure(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }
}
