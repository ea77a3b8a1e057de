package cepa.fetcher;

import java.nio.charset.StandardCharsets;

/// Text from upstream in messages of ours: cut, and without control characters.
public final class UpstreamText {

  private static final int MAX = 160;

  private UpstreamText() {}

  public static String shown(String text) {
    String cut = text.length() > MAX ? text.substring(0, MAX) + "…" : text;
    // Half characters, from upstream or from the cut, have no bytes in UTF-8.
    return cut.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]", " ");
  }

  /// Whether text can be written to the log: JSON can name half characters, UTF-8 has none.
  public static boolean isWhole(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
