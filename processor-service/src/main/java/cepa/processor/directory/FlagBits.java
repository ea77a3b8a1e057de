package cepa.processor.directory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Gives every flag a bit, in order of first use. There are about fifteen; beyond 63 they are
/// passed over, so that a hostile document cannot take more than a word for a relay.
public final class FlagBits {

  private static final int MOST = 63;
  private static final int LONGEST = 64;

  private final List<byte[]> names = new ArrayList<>();

  /// The bit of the lines' current word; 0 if there is no bit left for it.
  long bit(Lines lines) {
    for (int i = 0; i < names.size(); i++) {
      if (lines.is(names.get(i))) {
        return 1L << i;
      }
    }
    if (names.size() == MOST || !isName(lines)) {
      return 0;
    }
    names.add(lines.text().getBytes(StandardCharsets.UTF_8));
    return 1L << (names.size() - 1);
  }

  private static boolean isName(Lines lines) {
    for (int i = 0; i < lines.length(); i++) {
      if (!Character.isLetterOrDigit((char) lines.at(i)) || lines.at(i) < 0) {
        return false;
      }
    }
    return lines.length() <= LONGEST;
  }

  /// The names by their bit.
  public List<String> names() {
    return names.stream().map(name -> new String(name, StandardCharsets.UTF_8)).toList();
  }
}
