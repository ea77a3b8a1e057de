package cepa.renderer.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// A calendar day in UTC.
public record Day(LocalDate date) implements Quantity {

  public static @Nullable Day of(@Nullable Instant at) {
    return at == null ? null : new Day(at.atZone(ZoneOffset.UTC).toLocalDate());
  }

  @Override
  public String text() {
    return date.toString();
  }

  /// As a `time` element has it.
  public String machine() {
    return date.toString();
  }
}
