package cepa.processor.directory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Walks through the lines of a document and the words of each line without making text of them:
/// nine votes have a million lines.
public final class Lines {

  public static final int UNKNOWN = -1;

  private static final byte[] OPTIONAL = ascii("opt ");

  private byte[] text = {};
  private int start;
  private int end;
  private int next;
  private int wordStart;
  private int wordEnd;

  /// Goes before the first line of another text.
  public Lines of(byte[] another) {
    text = another;
    next = 0;
    stand(0, 0);
    return this;
  }

  private void stand(int from, int to) {
    start = from;
    end = to;
    wordStart = from;
    wordEnd = from;
  }

  public static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// Goes to the next line and its first word, past an `opt ` of old documents; false at the end.
  public boolean next() {
    if (next >= text.length) {
      return false;
    }
    int from = next;
    int to = from;
    while (to < text.length && text[to] != ' ' && text[to] != '\n') {
      to++;
    }
    int firstEnd = to;
    while (to < text.length && text[to] != '\n') {
      to++;
    }
    next = to + 1;
    stand(from, to > from && text[to - 1] == '\r' ? to - 1 : to);
    wordEnd = Math.min(firstEnd, end);
    if (startsWith(OPTIONAL)) {
      stand(from + OPTIONAL.length, end);
      word();
    } else if (wordEnd == from) {
      word();
    }
    return true;
  }

  /// Whether the current word is this one.
  public boolean is(byte[] word) {
    return wordEnd - wordStart == word.length && at(wordStart, word);
  }

  /// Whether the current word begins so.
  public boolean wordStartsWith(byte[] prefix) {
    return wordEnd - wordStart >= prefix.length && at(wordStart, prefix);
  }

  /// Whether the current line begins so.
  public boolean startsWith(byte[] prefix) {
    return end - start >= prefix.length && at(start, prefix);
  }

  private boolean at(int position, byte[] wanted) {
    return Arrays.equals(text, position, position + wanted.length, wanted, 0, wanted.length);
  }

  /// Goes to the next word of the line; false if there is none, then the word is empty.
  public boolean word() {
    wordStart = wordEnd;
    while (wordStart < end && text[wordStart] == ' ') {
      wordStart++;
    }
    wordEnd = wordStart;
    while (wordEnd < end && text[wordEnd] != ' ') {
      wordEnd++;
    }
    return wordEnd > wordStart;
  }

  /// Length of the current word in bytes.
  public int length() {
    return wordEnd - wordStart;
  }

  /// A byte of the current word; 0 beyond its end.
  public byte at(int index) {
    return wordStart + index < wordEnd ? text[wordStart + index] : 0;
  }

  /// The current word as text.
  public String text() {
    return new String(text, wordStart, wordEnd - wordStart, StandardCharsets.UTF_8);
  }

  /// What follows the current word on its line.
  public String rest() {
    int from = Math.min(wordEnd + 1, end);
    return new String(text, from, end - from, StandardCharsets.UTF_8);
  }

  /// The number from `from` to the end of the word; [#UNKNOWN] if it is none of 0 to 2147483647.
  public int natural(int from) {
    long value = decimal(wordStart + from, wordEnd);
    return value > Integer.MAX_VALUE ? UNKNOWN : (int) value;
  }

  /// A fraction of 0 to 1 from `from` to the end of the word, in millionths, further digits cut;
  /// [#UNKNOWN] if it is none.
  public int millionths(int from) {
    int dot = wordStart + from;
    while (dot < wordEnd && text[dot] != '.') {
      dot++;
    }
    long whole = decimal(wordStart + from, dot);
    long value = whole < 0 || whole > 1 ? UNKNOWN : whole * 1_000_000;
    if (value == UNKNOWN || (dot < wordEnd && decimal(dot + 1, wordEnd) < 0)) {
      return UNKNOWN;
    }
    int unit = 100_000;
    for (int i = dot + 1; i < wordEnd && unit > 0; i++) {
      value += (long) (text[i] - '0') * unit;
      unit /= 10;
    }
    return value > 1_000_000 ? UNKNOWN : (int) value;
  }

  private long decimal(int from, int to) {
    if (from >= to || to - from > 18) {
      return UNKNOWN;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return UNKNOWN;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /// The two words `YYYY-MM-DD hh:mm:ss` of a text, in seconds since the epoch; [#UNKNOWN] if it
  /// begins otherwise.
  public static long time(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var lines = new Lines().of(bytes);
    lines.stand(0, bytes.length);
    return lines.time();
  }

  /// The next two words as date and time, in seconds since the epoch; [#UNKNOWN] if they are none.
  public long time() {
    if (!word() || length() != 10) {
      return UNKNOWN;
    }
    int date = wordStart;
    if (!word() || length() != 8) {
      return UNKNOWN;
    }
    return Times.seconds(text, date, wordStart);
  }

  /// The base64 block that follows the current line, decoded; null if there is none or it is
  /// damaged. Ends on the line that ends the block.
  public byte @Nullable [] block() {
    return Blocks.read(this);
  }

  /// Whether the line that follows begins so.
  boolean nextStartsWith(byte[] prefix) {
    return text.length - next >= prefix.length && at(next, prefix);
  }
}
