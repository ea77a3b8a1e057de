package cepa.renderer.pages;

import cepa.model.Relay.Role;
import cepa.model.health.AddressFamilies;
import cepa.model.health.AddressFamilies.Reached;
import cepa.model.health.Ages;
import cepa.model.health.Average;
import cepa.model.health.Capacity;
import cepa.model.health.Criterion;
import cepa.model.health.ExitPolicies;
import cepa.model.health.Geography;
import cepa.model.health.KeyFamilies;
import cepa.model.health.MeanUptime;
import cepa.model.health.NetworkHealth;
import cepa.model.health.Platforms;
import cepa.model.health.Providers;
import cepa.model.health.RelayPart;
import cepa.model.health.Top;
import cepa.model.health.Utilization;
import cepa.model.health.Utilization.Ratio;
import cepa.model.health.Verdict;
import cepa.model.health.Versions;
import cepa.model.statistics.Period;
import cepa.testing.model.NetworkBuilder;
import java.util.List;
import java.util.Map;

/// The health of a small network, with something to say of every kind.
public final class SampleHealth {

  private SampleHealth() {}

  /// @param platform what most relays run on
  public static NetworkBuilder judged(NetworkBuilder network, String platform) {
    var two = new RelayPart(2, 21_500_000, 0.7);
    var one = new RelayPart(1, 3_100_000, 0);
    return network.part(
        new NetworkHealth(
            Verdict.of(
                List.of(
                    Criterion.OFFLINE.assess(0.12),
                    Criterion.UPTIME.assess(0.9612),
                    Criterion.EXIT_WEIGHT.assess(0.05),
                    Criterion.LARGEST_NETWORK.assess(0.704, "AS24940"),
                    Criterion.VOTES.assess(null))),
            new NetworkHealth.Overload(1, false),
            new Ages(3, 682L, 684L, 0, 1, 1, 2),
            new Capacity(
                Map.of(Role.EXIT, new Average(18_400_000, 18_400_000, 1)),
                Map.of("Fast", new Average(10_500_000, 10_000_000, 3)),
                new Average(1_000, 0, 3)),
            new Utilization(
                Map.of(Role.EXIT, new Ratio(1165, 1165.05, 1165, 1)),
                new Ratio(1100, 1000.4, 1032, 2),
                null,
                null,
                null,
                null),
            new NetworkHealth.Participation(1, 2, 2, 2, 1),
            new Geography(two, one, new RelayPart(0, 0, 0)),
            new Providers(1, 1, 1),
            new Platforms(1, List.of(new Top(platform, 3)), 0, 1),
            new Versions(2, 1, 1, 0, 0, 1, 0),
            new ExitPolicies(1, 1, 0, 1, 0, 0, 1, 0, 0),
            new AddressFamilies(
                new Reached(one, new Top("US", 1), new Top("AS7922", 1)),
                new Reached(two, new Top("DE", 1), null),
                0,
                1,
                new AddressFamilies.Operators(1, 0, 1)),
            new NetworkHealth.Averages(1.0, 0.333, null),
            new MeanUptime(0.9612, Period.ONE_MONTH),
            new NetworkHealth.Identities(1, 1, 1, 1.0),
            new KeyFamilies(two, 2, 1, 1, 0, null)));
  }
}
