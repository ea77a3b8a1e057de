package cepa.standalone.facts.section;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.statistics.Period;
import cepa.standalone.facts.Shown;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

  private static final Instant NOW = Instant.parse("2025-01-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2025-01-01T12:00:00Z, just now",
    "2025-01-01T11:59:15Z, 45s ago",
    "2025-01-01T09:30:00Z, 2h 30m ago",
    "2024-12-25T12:00:00Z, 1w ago",
    "2024-12-01T00:00:00Z, 1mo 1d 12h ago",
    "2024-01-03T12:00:00Z, 12mo 4d ago",
    "2024-01-02T12:00:00Z, 1y ago",
    "2022-10-20T08:15:30Z, 2y 2mo 2w ago",
    "2020-01-01T12:00:00Z, 5y 2d ago",
    "2026-01-01T00:00:00Z, in the future"
  })
  void ages_haveTheirThreeLargestUnits(Instant time, String text) {
    assertThat(Texts.ago(time, NOW)).isEqualTo(text);
  }

  @Test
  void ageOfNothing_isUnknown() {
    assertThat(Texts.ago(null, NOW)).isEqualTo("unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "0.022, SIX_MONTHS, 2.20% of 6mo network data",
    "0.0001, ONE_YEAR, 0.01% of 1yr network data",
    "1, FIVE_YEARS, 100.00% of 5yr network data",
    "0.00001, ONE_YEAR, ''"
  })
  void shares_areSaidFromAHundredthOfAPercent(double share, Period period, String text) {
    Object shown = TrafficTexts.share(share, period);

    assertThat(shown instanceof Shown known ? known.text() : shown).isEqualTo(text);
  }
}
