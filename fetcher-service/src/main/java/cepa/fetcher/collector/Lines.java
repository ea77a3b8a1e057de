package cepa.fetcher.collector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The lines of a document, one after the other. However long a line is, no more than a buffer of
/// it is in memory; its text is what fits. A line ends with LF or CR LF, the last one also with the
/// document.
public final class Lines {

  /// How much of a line is seen at least.
  static final int SEEN = 16 * 1024;

  private static final int BUFFER = 128 * 1024;
  private static final byte[] OPTIONAL = {'o', 'p', 't', ' '};

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int next;
  private int limit;
  private int from;
  private int to;
  private long offset;
  private long following;
  private boolean ended = true;

  Lines(InputStream in) {
    this.in = in;
  }

  /// Goes to the next line.
  ///
  /// @return false if there is none
  public boolean next() throws IOException {
    offset = following;
    int at = next;
    while (true) {
      int end = lineFeed(at, limit);
      if (end >= 0) {
        ended(end, true);
        next = end + 1;
        return true;
      }
      if (next > 0) {
        System.arraycopy(buffer, next, buffer, 0, limit - next);
        limit -= next;
        next = 0;
      }
      at = limit;
      if (limit == BUFFER) {
        tooLong();
        return true;
      }
      int count = in.read(buffer, limit, BUFFER - limit);
      if (count < 0) {
        if (limit == 0) {
          return false;
        }
        ended(limit, false);
        next = limit;
        return true;
      }
      limit += count;
    }
  }

  /// The rest of a line that does not fit: its beginning is kept, what follows is passed over.
  private void tooLong() throws IOException {
    from = 0;
    to = SEEN;
    following = offset + BUFFER;
    while (true) {
      int count = in.read(buffer, SEEN, BUFFER - SEEN);
      if (count < 0) {
        ended = false;
        next = SEEN;
        limit = SEEN;
        return;
      }
      int end = lineFeed(SEEN, SEEN + count);
      if (end >= 0) {
        ended = true;
        following += end + 1 - SEEN;
        next = end + 1;
        limit = SEEN + count;
        return;
      }
      following += count;
    }
  }

  private void ended(int end, boolean byLineFeed) {
    ended = byLineFeed;
    from = next;
    to = end > from && byLineFeed && buffer[end - 1] == '\r' ? end - 1 : end;
    following = offset + (end - from) + (byLineFeed ? 1 : 0);
  }

  private int lineFeed(int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /// Where the line begins in the document.
  public long offset() {
    return offset;
  }

  /// Where the text of the line ends, without CR and LF; for a line of which only the beginning is
  /// seen, where that ends.
  public long textEnd() {
    return offset + (to - from);
  }

  /// Where the next line begins.
  public long following() {
    return following;
  }

  /// Whether the line has an end of its own, and is not what is left of a line that was cut.
  public boolean isEnded() {
    return ended;
  }

  /// Whether the text of the line is all of it, and not only its beginning.
  public boolean isWhole() {
    return following - textEnd() <= 2;
  }

  /// Whether there is nothing in the line but blanks.
  public boolean isBlank() {
    for (int i = from; i < to; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  /// Whether the line begins with this ASCII text.
  public boolean startsWith(String text) {
    return startsWith(from, text);
  }

  /// Whether the line begins with this keyword, or with `opt` and this keyword.
  public boolean is(String keyword) {
    int begin = keyword();
    int end = begin + keyword.length();
    return startsWith(begin, keyword) && (end == to || buffer[end] == ' ' || buffer[end] == '\t');
  }

  /// What follows the keyword, without blanks around; bytes beyond ASCII as ISO 8859-1.
  public String arguments() {
    int begin = keyword();
    while (begin < to && buffer[begin] != ' ' && buffer[begin] != '\t') {
      begin++;
    }
    return new String(buffer, begin, to - begin, StandardCharsets.ISO_8859_1).strip();
  }

  /// The line; bytes beyond ASCII as ISO 8859-1.
  public String text() {
    return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private int keyword() {
    int begin = from;
    for (byte expected : OPTIONAL) {
      if (begin >= to || buffer[begin] != expected) {
        return from;
      }
      begin++;
    }
    return begin;
  }

  private boolean startsWith(int begin, String text) {
    if (to - begin < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (buffer[begin + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
