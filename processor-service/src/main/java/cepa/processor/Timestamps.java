package cepa.processor;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Onionoo's timestamps: `YYYY-MM-DD hh:mm:ss`, UTC.
final class Timestamps {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final int LENGTH = "2026-01-15 12:00:00".length();

  private Timestamps() {}

  /// The instant in `text`; null if it is none. Years beyond four digits are none.
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
}
