package cepa.model.statistics;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One figure for each period; null where it is unknown.
public record PerPeriod<T>(
    @Nullable T oneMonth, @Nullable T sixMonths, @Nullable T oneYear, @Nullable T fiveYears) {

  public static <T> PerPeriod<T> of(Function<Period, @Nullable T> figure) {
    return new PerPeriod<>(
        figure.apply(Period.ONE_MONTH),
        figure.apply(Period.SIX_MONTHS),
        figure.apply(Period.ONE_YEAR),
        figure.apply(Period.FIVE_YEARS));
  }

  /// Nothing is known.
  public static <T> PerPeriod<T> unknown() {
    return new PerPeriod<>(null, null, null, null);
  }

  public @Nullable T get(Period period) {
    return switch (period) {
      case ONE_MONTH -> oneMonth;
      case SIX_MONTHS -> sixMonths;
      case ONE_YEAR -> oneYear;
      case FIVE_YEARS -> fiveYears;
    };
  }

  /// The longest period whose figure is known, or null if there is none.
  public @Nullable Period longest() {
    return Period.ALL.reversed().stream().filter(p -> get(p) != null).findFirst().orElse(null);
  }
}
