package cepa.processor;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Times as sources write them. Years beyond four digits are none: nobody means them.
final class Timestamps {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
  private static final int LENGTH = "2026-01-15 12:00:00".length();

  private Timestamps() {}

  /// Onionoo's `YYYY-MM-DD hh:mm:ss`, UTC; null if it is none.
  static @Nullable Instant parse(String text) {
    if (text.length() != LENGTH || !Character.isDigit(text.charAt(0))) {
      return null;
    }
    try {
      return LocalDateTime.parse(text, FORMAT).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /// ISO 8601 with date and time, UTC if it gives no zone; null if it is none since 1970.
  static @Nullable Instant parseIso(String text) {
    try {
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
      Instant instant =
          time instanceof LocalDateTime local
              ? local.toInstant(ZoneOffset.UTC)
              : Instant.from(time);
      return instant.isBefore(Instant.EPOCH) || instant.isAfter(LAST) ? null : instant;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
