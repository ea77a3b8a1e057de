package cepa.renderer.view;

import cepa.model.Contact;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How keys of groups become part of a path (escaping.md 4). A country or network whose key is none
/// has no page: upstream's are checked when they are read. All other keys have one, whatever they
/// hold (relay-model D-19).
public final class Keys {

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern NETWORK = Pattern.compile("AS[1-9][0-9]{0,9}");

  private static final Pattern CAPITALISED = Pattern.compile("[A-Z][a-z0-9]{0,62}");
  private static final int LONGEST = 120;

  /// Flags as Tor and Onionoo write them, by their lower-case form: the segment that links of the
  /// web know.
  private static final Map<String, String> FLAGS =
      Stream.of(
              "Authority",
              "BadExit",
              "Exit",
              "Fast",
              "Guard",
              "HSDir",
              "MiddleOnly",
              "NoEdConsensus",
              "Running",
              "Stable",
              "StaleDesc",
              "Sybil",
              "V2Dir",
              "V3Dir",
              "Valid")
          .collect(Collectors.toUnmodifiableMap(Keys::lower, flag -> flag));

  private Keys() {}

  /// A key as one segment of a path: letters, digits, `.` and `-` stay, every other byte of its
  /// UTF-8 becomes `_` and two hex digits. Different keys have different segments.
  public static String segment(String key) {
    var segment = new StringBuilder(key.length() + 8);
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      boolean dot = b == '.' && !segment.isEmpty();
      if (isLetterOrDigit(b) || b == '-' || dot) {
        segment.append((char) b);
      } else {
        segment.append('_').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    // No other segment ends in `_`.
    boolean unfit = segment.isEmpty() || segment.length() > LONGEST;
    return unfit ? "_" + Contact.md5(key) + "_" : segment.toString();
  }

  /// A flag as one segment of a path: lower case where that names one flag only.
  public static String flagSegment(String flag) {
    String lower = lower(flag);
    String known = FLAGS.get(lower);
    boolean only = known == null ? CAPITALISED.matcher(flag).matches() : known.equals(flag);
    return only ? lower : "_" + segment(flag);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static boolean isLetterOrDigit(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
  }

  public static boolean isCountry(String key) {
    return COUNTRY.matcher(key).matches();
  }

  public static boolean isNetwork(String key) {
    return NETWORK.matcher(key).matches();
  }
}
