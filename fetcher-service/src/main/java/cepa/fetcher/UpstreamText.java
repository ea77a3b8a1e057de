package cepa.fetcher;

/// Text from upstream in messages of ours: cut, and without control characters.
public final class UpstreamText {

  private static final int MAX = 160;

  private UpstreamText() {}

  public static String shown(String text) {
    String cut = text.length() > MAX ? text.substring(0, MAX) + "…" : text;
    return cut.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", " ");
  }
}
