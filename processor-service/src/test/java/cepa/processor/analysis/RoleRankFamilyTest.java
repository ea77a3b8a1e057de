package cepa.processor.analysis;

import static cepa.processor.source.onionoodetails.TestRelay.NOON;
import static cepa.processor.source.onionoodetails.TestRelay.aRelay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cepa.model.History;
import cepa.model.SiteSettings;
import cepa.model.family.FamilyStatistics;
import cepa.model.network.RoleTotals;
import cepa.model.network.RoleTotals.Cell;
import cepa.model.rank.RelayRanks;
import cepa.model.rank.RelayRanks.Ranks;
import cepa.processor.AnalysisEngine;
import cepa.processor.Components;
import cepa.processor.Inputs;
import cepa.processor.source.onionoodetails.Details;
import cepa.processor.source.onionoodetails.TestRelay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Roles, ranks and families of the mini network: alpha to echo are A to E, foxtrot is offline for
/// too long.
class RoleRankFamilyTest {

  private static final AnalysisEngine ENGINE = Components.all().engine();

  private static final Map<Class<?>, Object> MADE = made(miniNetwork());

  @Test
  void cellsAreApart_andOfflineRelaysCarryNoWeight() {
    RoleTotals totals = get(MADE, RoleTotals.class);

    assertThat(totals.guardOnly()).isEqualTo(new Cell(2, 1, 2, 40_000_000, 3000));
    assertThat(totals.exitOnly()).isEqualTo(new Cell(1, 1, 1, 20_000_000, 2000));
    assertThat(totals.guardExit()).isEqualTo(new Cell(1, 1, 1, 50_000_000, 5000));
    assertThat(totals.neither()).isEqualTo(new Cell(1, 1, 0, 12_000_000, 1500));
    assertThat(totals.exits().weight()).isEqualTo(7000);
    assertThat(totals.guardFlag().bandwidth()).isEqualTo(90_000_000);
    assertThat(totals.exits().bandwidth()).isEqualTo(70_000_000);
    assertThat(totals.all()).isEqualTo(new Cell(5, 4, 4, 122_000_000, 11_500));
  }

  @Test
  void ranks_countSmallerValuesAmongThoseAboveZero() {
    RelayRanks ranks = get(MADE, RelayRanks.class);

    assertThat(ranks.relays())
        .containsExactly(
            new Ranks(80.0, null, 0.0, 50.0),
            new Ranks(60.0, 0.0, 33.3, null),
            new Ranks(40.0, null, null, 0.0),
            new Ranks(20.0, null, 66.7, null),
            new Ranks(0.0, null, null, null));
  }

  @Test
  void declarations_areCountedByWhetherTheyAreReturned() {
    FamilyStatistics families = get(MADE, FamilyStatistics.class);

    assertThat(families).isEqualTo(new FamilyStatistics(2, 1, 2, 0, 7, 1, 1, 2, 0));
    assertThat(families.misconfigured()).isCloseTo(0.125, within(1e-12));
    assertThat(families.relays()).isEqualTo(5);
  }

  @Test
  void withoutDeclarations_thatShareIsUnknown() {
    FamilyStatistics families =
        get(made(List.of(aRelay("A").family("A"), aRelay("B"))), FamilyStatistics.class);

    assertThat(families.standalone()).isEqualTo(2);
    assertThat(families.misconfigured()).isNull();
  }

  @Test
  void emptyNetwork_hasNoRanksAndNoFamilies() {
    Map<Class<?>, Object> made = made(List.of());

    assertThat(get(made, RelayRanks.class).relays()).isEmpty();
    assertThat(get(made, RoleTotals.class).all()).isEqualTo(Cell.EMPTY);
    assertThat(get(made, FamilyStatistics.class).largest()).isZero();
  }

  private static List<TestRelay> miniNetwork() {
    Instant lastSeen = NOON.minus(Duration.ofDays(2));
    return List.of(
        relay("A", 50_000_000, 5000, 0, 0.1, 0.6)
            .flags("Exit", "Fast", "Guard", "Running", "Stable", "V2Dir", "Valid")
            .with("measured", true)
            .family("A", "B"),
        relay("B", 30_000_000, 3000, 0.5, 0.2, 0)
            .flags("Fast", "Guard", "HSDir", "Running", "Stable", "V2Dir", "Valid")
            .with("measured", true)
            .family("A", "B"),
        relay("C", 20_000_000, 2000, 0, 0, 0.4)
            .flags("Exit", "Fast", "Running", "Valid")
            .with("measured", true)
            .family("C"),
        relay("D", 12_000_000, 1500, 0, 0.4, 0)
            .flags("Fast", "Running", "V2Dir", "Valid")
            .with("measured", false)
            .family("D")
            .with("alleged_family", List.of("B".repeat(40))),
        aRelay("E")
            .flags("Fast", "Guard", "Valid")
            .with("observed_bandwidth", 10_000_000)
            .with("consensus_weight", 1000)
            .with("measured", true)
            .family("E")
            .offlineSince(lastSeen),
        aRelay("F").family("F").offlineSince(NOON.minus(Duration.ofDays(12))));
  }

  private static TestRelay relay(
      String digit, long bandwidth, long weight, double guard, double middle, double exit) {
    return aRelay(digit)
        .with("observed_bandwidth", bandwidth)
        .with("consensus_weight", weight)
        .with("guard_probability", guard)
        .with("middle_probability", middle)
        .with("exit_probability", exit);
  }

  private static Map<Class<?>, Object> made(List<TestRelay> relays) {
    Details details = TestRelay.snapshot("s", NOON, relays.toArray(TestRelay[]::new));
    return ENGINE.run(
        Map.of(
            Details.class,
            details,
            History.class,
            History.empty(),
            SiteSettings.class,
            new SiteSettings(null, SiteSettings.BandwidthUnit.BITS, 7),
            Inputs.class,
            new Inputs(NOON, Map.of(), List.of(), "h")));
  }

  private static <T> T get(Map<Class<?>, Object> made, Class<T> type) {
    return Objects.requireNonNull(type.cast(made.get(type)));
  }
}
