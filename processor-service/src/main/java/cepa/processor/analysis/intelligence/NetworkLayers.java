package cepa.processor.analysis.intelligence;

import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.intelligence.NetworkIntelligence;
import cepa.model.intelligence.NetworkIntelligence.Adequacy;
import cepa.model.intelligence.NetworkIntelligence.Basics;
import cepa.model.intelligence.NetworkIntelligence.Capacity;
import cepa.model.intelligence.NetworkIntelligence.Concentration;
import cepa.model.intelligence.NetworkIntelligence.Dependency;
import cepa.model.intelligence.NetworkIntelligence.Evenness;
import cepa.model.intelligence.NetworkIntelligence.Geography;
import cepa.model.intelligence.NetworkIntelligence.Level;
import cepa.model.intelligence.NetworkIntelligence.Performance;
import cepa.model.intelligence.NetworkIntelligence.Share;
import cepa.model.rarity.CountryRarity;
import cepa.model.rarity.Rarity;
import cepa.processor.analysis.groups.Groups;
import cepa.processor.statistics.Statistics;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The layers of the whole network (analytics 9.1 to 9.6). Shares are sums of relays' fractions, so
/// an offline relay has none (relay-model D-3).
final class NetworkLayers {

  private static final double SIGNIFICANT = 0.01;
  private static final double CRITICAL = 0.05;
  private static final Comparator<RelayGroup> LARGEST =
      Comparator.comparingDouble((RelayGroup group) -> group.totals().weightFraction())
          .reversed()
          .thenComparingInt(group -> group.members().getFirst());

  private final List<Relay> relays;
  private final List<RelayGroup> countries;
  private final List<RelayGroup> networks;
  private final List<RelayGroup> platforms;
  private final List<RelayGroup> flags;
  private final List<RelayGroup> operators;
  private final int families;
  private final List<CountryRarity> rarities;

  NetworkLayers(List<Relay> relays, Groups groups, Rarity rarity) {
    this.relays = relays;
    countries = groups.of("country");
    networks = groups.of("network");
    platforms = groups.of("platform");
    flags = groups.of("flag");
    families = groups.of("family").size();
    operators =
        groups.of("operator").stream()
            .filter(group -> relays.get(group.members().getFirst()).contact().isNamed())
            .toList();
    rarities = rarity.countries();
  }

  NetworkIntelligence with(WeightRatios ratios) {
    return new NetworkIntelligence(
        new Basics(countries.size(), networks.size(), operators.size(), families, platforms.size()),
        concentration(),
        performance(ratios),
        dependency(),
        geography(),
        capacity());
  }

  private Concentration concentration() {
    long unnamed = relays.stream().filter(relay -> !relay.contact().isNamed()).count();
    return new Concentration(
        largest(countries, 3),
        (int) countries.stream().filter(c -> c.totals().weightFraction() > SIGNIFICANT).count(),
        countryShare(CountryRarity::fiveEyes),
        countryShare(CountryRarity::fourteenEyes),
        largest(networks, 3),
        (int) networks.stream().filter(n -> n.totals().relays() == 1).count(),
        largest(operators, 10),
        relays.isEmpty() ? 0 : (double) unnamed / relays.size(),
        platformShare("linux"),
        platformShare("windows"),
        platformShare("bsd"));
  }

  private static List<Share> largest(List<RelayGroup> groups, int most) {
    return groups.stream()
        .sorted(LARGEST)
        .limit(most)
        .map(group -> new Share(group.key(), group.totals().weightFraction()))
        .toList();
  }

  private double countryShare(Predicate<CountryRarity> wanted) {
    return IntStream.range(0, countries.size())
        .filter(i -> wanted.test(rarities.get(i)))
        .mapToDouble(i -> countries.get(i).totals().weightFraction())
        .sum();
  }

  private double platformShare(String name) {
    return platforms.stream()
        .filter(platform -> platform.key().toLowerCase(Locale.ROOT).contains(name))
        .mapToDouble(platform -> platform.totals().weightFraction())
        .sum();
  }

  private Performance performance(WeightRatios ratios) {
    long measured =
        relays.stream().filter(relay -> Boolean.TRUE.equals(relay.weight().measured())).count();
    return new Performance(
        relays.isEmpty() ? 0 : (double) measured / relays.size(),
        IntStream.range(0, relays.size())
            .filter(i -> WeightRatios.isUnderutilized(relays.get(i)))
            .boxed()
            .toList(),
        WeightRatios.ofRoles(relays),
        ratios.medians(),
        ratios.relays());
  }

  private Dependency dependency() {
    int versions =
        (int)
            relays.stream()
                .map(relay -> relay.software().version())
                .filter(Objects::nonNull)
                .distinct()
                .count();
    List<Share> critical =
        largest(networks, networks.size()).stream()
            .filter(network -> network.fraction() > CRITICAL)
            .toList();
    return new Dependency(versions, synchronization(versions), critical);
  }

  static Level synchronization(int versions) {
    return switch (versions) {
      case 0 -> Level.UNKNOWN;
      case 1 -> Level.HIGH;
      case 2, 3 -> Level.MEDIUM;
      default -> Level.LOW;
    };
  }

  private Geography geography() {
    Map<Rarity.Region, Double> byRegion = new EnumMap<>(Rarity.Region.class);
    for (int i = 0; i < countries.size(); i++) {
      byRegion.merge(
          rarities.get(i).region(), countries.get(i).totals().weightFraction(), Double::sum);
    }
    Double countryHhi =
        hhi(countries.stream().mapToDouble(c -> c.totals().weightFraction()).toArray());
    Double regionHhi = hhi(byRegion.values().stream().mapToDouble(share -> share).toArray());
    List<Share> regions =
        byRegion.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(region -> new Share(region.getKey().name(), region.getValue()))
            .toList();
    return new Geography(
        countryHhi, concentration(countryHhi), regionHhi, concentration(regionHhi), regions);
  }

  private static @Nullable Double hhi(double... fractions) {
    return fractions.length == 0 ? null : Statistics.hhi(fractions);
  }

  static Level concentration(@Nullable Double hhi) {
    if (hhi == null) {
      return Level.UNKNOWN;
    } else if (hhi < 0.15) {
      return Level.LOW;
    }
    return hhi < 0.25 ? Level.MEDIUM : Level.HIGH;
  }

  private Capacity capacity() {
    double[] weights =
        relays.stream()
            .map(relay -> relay.weight().fraction())
            .filter(Objects::nonNull)
            .mapToDouble(fraction -> fraction)
            .filter(fraction -> fraction > 0)
            .toArray();
    Double gini = weights.length < 2 ? null : Double.valueOf(Statistics.gini(weights));
    Double exit = weights.length == 0 ? null : flagShare("Exit");
    return new Capacity(
        gini,
        evenness(gini),
        weights.length == 0 ? null : flagShare("Guard"),
        exit,
        adequacy(exit));
  }

  private double flagShare(String flag) {
    return flags.stream()
        .filter(group -> group.key().equals(flag))
        .mapToDouble(group -> group.totals().weightFraction())
        .sum();
  }

  static Evenness evenness(@Nullable Double gini) {
    if (gini == null) {
      return Evenness.UNKNOWN;
    } else if (gini < 0.4) {
      return Evenness.EXCELLENT;
    }
    return gini < 0.6 ? Evenness.GOOD : Evenness.POOR;
  }

  static Adequacy adequacy(@Nullable Double exit) {
    if (exit == null) {
      return Adequacy.UNKNOWN;
    } else if (exit < 0.1) {
      return Adequacy.CRITICAL;
    }
    return exit < 0.2 ? Adequacy.LOW : Adequacy.ADEQUATE;
  }
}
