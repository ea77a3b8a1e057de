package cepa.renderer.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A point in time, to the minute, in UTC.
///
/// @param at cut to the minute
public record Moment(Instant at) implements Quantity {

  private static final DateTimeFormatter TEXT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MACHINE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  public Moment {
    at = at.truncatedTo(ChronoUnit.MINUTES);
  }

  public static @Nullable Moment of(@Nullable Instant at) {
    return at == null ? null : new Moment(at);
  }

  @Override
  public String text() {
    return TEXT.format(at);
  }

  /// As a `time` element and the twin have it.
  public String machine() {
    return MACHINE.format(at);
  }

  public Day day() {
    return new Day(at.atZone(ZoneOffset.UTC).toLocalDate());
  }
}
