package cepa.fetcher.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The header `Retry-After`: seconds, or an HTTP date.
final class RetryAfter {

  private static final int MAX_DIGITS = 9;

  private RetryAfter() {}

  /// @return how long to wait from `now` on, not negative; null if absent or unreadable
  static @Nullable Duration parse(Optional<String> header, Instant now) {
    if (header.isEmpty()) {
      return null;
    }
    String text = header.get().strip();
    if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return text.length() > MAX_DIGITS
          ? Duration.ofDays(365)
          : Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
