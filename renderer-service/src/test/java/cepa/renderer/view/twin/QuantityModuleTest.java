package cepa.renderer.view.twin;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.json.Json;
import cepa.renderer.view.Day;
import cepa.renderer.view.Difference;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Rate;
import cepa.renderer.view.RateUnit;
import cepa.renderer.view.Share;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class QuantityModuleTest {

  private final JsonMapper mapper = Json.MAPPER.rebuild().addModule(new QuantityModule()).build();

  record Figures(@Nullable Rate observed, @Nullable Share weight, int relays) {}

  record Times(Moment at, Day firstSeen, Difference running, List<Share> shares) {}

  @Test
  void unitsStandInTheNames() {
    var figures = new Figures(Rate.in(2_300_000, RateUnit.MBIT), Share.known(0.0011, 2), 7);
    assertThat(mapper.writeValueAsString(figures))
        .isEqualTo("{\"observedBitsPerSecond\":18400000,\"weightPercent\":0.11,\"relays\":7}");
  }

  @Test
  void bytesMode_writesTheSamePropertyInBits() {
    var figures = new Figures(Rate.in(13_456_789, RateUnit.MBYTE), null, 7);
    assertThat(mapper.writeValueAsString(figures))
        .isEqualTo("{\"observedBitsPerSecond\":107680000,\"weightPercent\":null,\"relays\":7}");
  }

  @Test
  void unknown_isNullUnderTheSameName() {
    assertThat(mapper.writeValueAsString(new Figures(null, null, 0)))
        .isEqualTo("{\"observedBitsPerSecond\":null,\"weightPercent\":null,\"relays\":0}");
  }

  @Test
  void sameNumberInTwoUnits_saysWhichIsShown() {
    assertThat(mapper.writeValueAsString(new Figures(Rate.in(124_999_999, RateUnit.MBIT), null, 0)))
        .contains("\"observedBitsPerSecond\":1000000000,\"observedShownIn\":\"Mbit/s\"");
    assertThat(mapper.writeValueAsString(new Figures(Rate.in(125_000_000, RateUnit.GBIT), null, 0)))
        .contains("\"observedBitsPerSecond\":1000000000,\"weightPercent\"");
  }

  @Test
  void shareTooSmallForItsDigits_saysWhatItIsBelow() {
    assertThat(mapper.writeValueAsString(new Figures(null, Share.known(0.00001, 2), 0)))
        .contains("\"weightPercent\":0.00,\"weightPercentBelow\":0.01");
  }

  @Test
  void otherQuantities_areNumbersAndIsoText() {
    var times =
        new Times(
            new Moment(Instant.parse("2026-08-22T15:00:00Z")),
            new Day(LocalDate.of(2024, 3, 1)),
            new Difference(-3),
            List.of(Share.known(0.5, 1)));
    assertThat(mapper.writeValueAsString(times))
        .isEqualTo(
            "{\"at\":\"2026-08-22T15:00Z\",\"firstSeen\":\"2024-03-01\","
                + "\"running\":-3,\"shares\":[50.0]}");
  }
}
