package cepa.standalone.facts.section;

import cepa.model.statistics.Period;
import cepa.standalone.facts.Shown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Texts about what was carried.
public final class TrafficTexts {

  private TrafficTexts() {}

  /// `2.20% of 6mo network data`; nothing if it is hardly anything (relay-model 8.3).
  public static Object share(@Nullable Double share, Period period) {
    if (share == null || share < 0.0001) {
      return "";
    }
    Shown label =
        switch (period) {
          case ONE_MONTH -> new Shown("1mo", List.of(1.0));
          case SIX_MONTHS -> new Shown("6mo", List.of(6.0));
          case ONE_YEAR -> new Shown("1yr", List.of(1.0));
          case FIVE_YEARS -> new Shown("5yr", List.of(5.0));
        };
    return Shown.join(" of ", List.of(Shown.percent(share, 2), label.then(" network data")));
  }
}
