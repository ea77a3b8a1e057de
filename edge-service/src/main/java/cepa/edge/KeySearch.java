package cepa.edge;

import cepa.edge.route.RouteTable;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds what has an exact key: relays by fingerprint, networks by number, countries by their two
/// letters. Where it leads to is taken from the build's own table, never from the query.
final class KeySearch {

  private static final int MAX_LENGTH = 100;
  private static final Pattern FINGERPRINT = Pattern.compile("\\$?([0-9A-F]{40})");
  private static final Pattern NETWORK = Pattern.compile("(?:AS)?0*([0-9]{1,10})");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  private KeySearch() {}

  /// @param query as it came; null if there was none
  static Answer answer(RouteTable table, @Nullable String query) {
    String text = query == null ? "" : query.strip();
    if (text.isEmpty()) {
      return new Answer.Go("/");
    }
    if (text.length() > MAX_LENGTH || !text.codePoints().allMatch(KeySearch::isAllowed)) {
      return new Answer.Refused();
    }
    String key =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .replaceAll("\\s", "");
    String path = path(key);
    return path != null && table.has(path) ? new Answer.Go(path) : new Answer.Nothing();
  }

  private static @Nullable String path(String key) {
    Matcher fingerprint = FINGERPRINT.matcher(key);
    if (fingerprint.matches()) {
      return "/relay/" + fingerprint.group(1) + "/";
    }
    Matcher network = NETWORK.matcher(key);
    if (network.matches()) {
      return "/as/AS" + network.group(1) + "/";
    }
    return COUNTRY.matcher(key).matches() ? "/country/" + key + "/" : null;
  }

  private static boolean isAllowed(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.isWhitespace(c)
        || (c < 0x80 && "_.-:@$[]".indexOf(c) >= 0);
  }

  /// Where a search leads.
  sealed interface Answer {
    /// To exactly one page.
    record Go(String location) implements Answer {}

    /// Nowhere.
    record Nothing() implements Answer {}

    /// The query is longer than a search, or holds what no search holds.
    record Refused() implements Answer {}
  }
}
