package cepa.model.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far back a history graph goes. Upstream has no graph of three months.
public enum Period {
  ONE_MONTH(0, "1_month"),
  SIX_MONTHS(1, "6_months"),
  ONE_YEAR(2, "1_year"),
  FIVE_YEARS(3, "5_years");

  /// Shortest first.
  public static final List<Period> ALL = List.of(values());

  private final int index;
  private final String key;

  Period(int index, String key) {
    this.index = index;
    this.key = key;
  }

  /// The period upstream calls so, or null if there is none.
  public static @Nullable Period of(String key) {
    return ALL.stream().filter(period -> period.key.equals(key)).findFirst().orElse(null);
  }

  /// Place in arrays that hold one value for each period.
  public int index() {
    return index;
  }

  /// Name of the period in upstream's documents and in names of [cepa.model.Series].
  public String key() {
    return key;
  }
}
