package cepa.standalone.facts.section;

import cepa.model.intelligence.NetworkIntelligence.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Texts as golden files write them.
public final class Texts {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final long DAY = 86_400;
  private static final List<Unit> UNITS =
      List.of(
          new Unit("y", 365 * DAY),
          new Unit("mo", 30 * DAY),
          new Unit("w", 7 * DAY),
          new Unit("d", DAY),
          new Unit("h", 3600),
          new Unit("m", 60),
          new Unit("s", 1));

  private Texts() {}

  private record Unit(String text, long seconds) {}

  /// Onionoo's form; null for null.
  public static @Nullable String timestamp(@Nullable Instant time) {
    return time == null ? null : TIMESTAMP.format(time);
  }

  public static String date(@Nullable Instant time, String missing) {
    return time == null ? missing : DATE.format(time);
  }

  /// Time since, in its three largest units (relay-model 9).
  public static String ago(@Nullable Instant time, Instant now) {
    if (time == null) {
      return "unknown";
    }
    if (time.isAfter(now)) {
      return "in the future";
    }
    long left = Duration.between(time, now).toSeconds();
    List<String> parts = new ArrayList<>();
    for (Unit unit : UNITS) {
      long count = left / unit.seconds;
      left -= count * unit.seconds;
      if (count > 0 && parts.size() < 3) {
        parts.add(count + unit.text);
      }
    }
    return parts.isEmpty() ? "just now" : String.join(" ", parts) + " ago";
  }

  public static String domain(@Nullable String domain) {
    return or(domain, "none");
  }

  public static String or(@Nullable String text, String missing) {
    return text == null ? missing : text;
  }

  /// The first characters; as many as there are.
  public static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }

  /// Adds members to the map under a name, which is made if it is not there.
  @SuppressWarnings("unchecked")
  static void merge(
      Map<String, @Nullable Object> facts, String name, Map<String, @Nullable Object> members) {
    if (facts.get(name) instanceof Map<?, ?> map) {
      ((Map<String, @Nullable Object>) map).putAll(members);
    } else {
      facts.put(name, members);
    }
  }

  /// The name of a constant as a word: `Great`.
  static String capitalized(String constant) {
    return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT);
  }

  /// How much of something is concentrated (analytics 9.5).
  public static String level(Level level) {
    return level == Level.MEDIUM ? "MODERATE" : level.name();
  }

  /// `2026-08-22 14:30 UTC`.
  static String minute(Instant time) {
    return TIMESTAMP.format(time).substring(0, 16) + " UTC";
  }

  /// As golden files keep texts that the reference puts into pages as they are.
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#x27;");
  }

  /// `Wed, 01 Jan 2025 12:00:00 GMT`.
  static String rfc1123(Instant time) {
    return DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
        .withZone(ZoneOffset.UTC)
        .format(time);
  }
}
