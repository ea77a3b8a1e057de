package cepa.search;

import cepa.address.IpAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody asked for, read once.
///
/// @param text folded, in the spelling the index has it in
/// @param gram where the index has it at once; null: by its beginning
record SearchQuery(String text, @Nullable String gram) {

  private static final Pattern FINGERPRINT = Pattern.compile("\\$?([0-9a-f]{40})");
  private static final Pattern MARKED = Pattern.compile("\\$([0-9a-f]{6,39})");
  private static final Pattern NETWORK = Pattern.compile("as ?0*([1-9][0-9]{0,9})");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /// Marks what is only found as a whole.
  static final String WHOLE = "=";

  /// Whether a text is a date: only found as a whole.
  static boolean isDay(String text) {
    return DAY.matcher(text).matches();
  }

  static boolean isEmpty(@Nullable String query) {
    return query == null || query.codePoints().allMatch(SearchText::isBlank);
  }

  /// @return null if it is longer than a query, or holds what no query holds
  static @Nullable SearchQuery of(String query) {
    if (!SearchText.isQuery(query.strip())) {
      return null;
    }
    String text = SearchText.fold(query);
    Matcher fingerprint = FINGERPRINT.matcher(text.replace(" ", ""));
    if (fingerprint.matches()) {
      return new SearchQuery(fingerprint.group(1), null);
    }
    Matcher marked = MARKED.matcher(text);
    if (marked.matches()) {
      return new SearchQuery(marked.group(1), null);
    }
    Matcher network = NETWORK.matcher(text);
    if (network.matches()) {
      return new SearchQuery("as" + network.group(1), null);
    }
    String address = IpAddress.canonical(text.toLowerCase(Locale.ROOT));
    if (address != null) {
      return new SearchQuery(address, WHOLE + address);
    }
    return isDay(text) ? new SearchQuery(text, WHOLE + text) : new SearchQuery(text, null);
  }
}
