package cepa.processor.analysis.leaderboards;

import cepa.address.IpAddress;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.leaderboard.OperatorMetrics;
import cepa.model.leaderboard.OperatorMetrics.Addresses;
import cepa.model.leaderboard.OperatorMetrics.Count;
import cepa.model.leaderboard.OperatorMetrics.Diversity;
import cepa.model.leaderboard.OperatorMetrics.Part;
import cepa.model.leaderboard.OperatorMetrics.Reliability;
import cepa.model.leaderboard.OperatorMetrics.Validated;
import cepa.model.leaderboard.OperatorMetrics.Veteran;
import cepa.model.rarity.CountryRarity;
import cepa.model.reliability.OperatorReliability;
import cepa.model.statistics.Period;
import cepa.model.validation.RelayValidation;
import cepa.model.validation.ValidationStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Measures one operator (analytics 5).
final class Metrics {

  private static final double PER_COUNTRY = 3;
  private static final double RARITY_DIVISOR = 2.5;

  private final Surroundings network;
  private final Map<String, Integer> countries = new TreeMap<>();
  private final Map<String, Integer> platforms = new TreeMap<>();
  private final Set<String> networks = new HashSet<>();
  private final MemberSums nonLinux = new MemberSums();
  private final MemberSums nonEu = new MemberSums();
  private final MemberSums rare = new MemberSums();
  private final AddressSums ipv4 = new AddressSums();
  private final AddressSums ipv6 = new AddressSums();
  private final MemberSums validated = new MemberSums();
  private int failing;

  Metrics(Surroundings network) {
    this.network = network;
  }

  /// What an operator's figures are seen against.
  ///
  /// @param asOf the model's moment
  /// @param relays in base order
  /// @param validations one for each relay; null if the source is missing
  /// @param countries rarity by country
  /// @param networkScores rarity score by network
  record Surroundings(
      Instant asOf,
      List<Relay> relays,
      @Nullable List<RelayValidation> validations,
      Map<String, CountryRarity> countries,
      Map<String, Integer> networkScores) {}

  /// @param index of the group among the operators
  /// @param data bytes it carried; null if unknown
  OperatorMetrics of(
      int index, RelayGroup group, OperatorReliability.Operator history, @Nullable Long data) {
    group.members().forEach(this::add);
    List<Count> byCountry = counts(countries);
    return new OperatorMetrics(
        group.key(),
        index,
        byCountry,
        counts(platforms),
        new Part(nonLinux.relays, nonLinux.bandwidth),
        new Part(nonEu.relays, nonEu.bandwidth),
        new Part(rare.relays, rare.bandwidth),
        byCountry.stream().filter(count -> country(count.key()).rare()).toList(),
        diversity(),
        veteran(group),
        ipv4.finish(),
        ipv6.finish(),
        network.validations() == null ? null : validated(),
        reliability(history, Period.SIX_MONTHS),
        reliability(history, Period.FIVE_YEARS),
        bandwidth(history, Period.SIX_MONTHS),
        bandwidth(history, Period.FIVE_YEARS),
        data,
        Achievements.of(countries.keySet().stream().map(c -> country(c).region()).toList()));
  }

  private void add(int index) {
    Relay relay = network.relays().get(index);
    addresses(relay);
    if (relay.network() != null) {
      networks.add(relay.network().number());
    }
    String platform = relay.software().platform();
    if (platform != null) {
      platforms.merge(platform, 1, Integer::sum);
      if (!platform.startsWith("Linux")) {
        nonLinux.add(relay);
      }
    }
    if (relay.place() != null) {
      place(relay, relay.place().country());
    }
    if (network.validations() != null) {
      validation(relay, network.validations().get(index).status());
    }
  }

  private void addresses(Relay relay) {
    boolean hasIpv4 = false;
    boolean hasIpv6 = false;
    for (String text : relay.addresses().or()) {
      IpAddress address = IpAddress.parseWithPort(text);
      if (address != null) {
        (address.v6() ? ipv6 : ipv4).distinct.add(address.text());
        hasIpv4 |= !address.v6();
        hasIpv6 |= address.v6();
      }
    }
    if (hasIpv4) {
      ipv4.members.add(relay);
    }
    if (hasIpv6) {
      ipv6.members.add(relay);
    }
  }

  private void place(Relay relay, String code) {
    countries.merge(code, 1, Integer::sum);
    CountryRarity country = country(code);
    if (!country.europeanUnion()) {
      nonEu.add(relay);
    }
    if (country.rare()) {
      rare.add(relay);
    }
  }

  private void validation(Relay relay, ValidationStatus status) {
    switch (status) {
      case VALIDATED -> validated.add(relay);
      case UNAUTHORIZED, MISCONFIGURED -> failing++;
      case UNCHECKED, INCOMPLETE, NOT_CONFIGURED -> {}
    }
  }

  private CountryRarity country(String code) {
    return Objects.requireNonNull(network.countries().get(code), "every country is scored");
  }

  private Diversity diversity() {
    int rarity = networks.stream().mapToInt(n -> network.networkScores().getOrDefault(n, 0)).sum();
    return new Diversity(
        score(countries.size(), rarity, platforms.size()),
        countries.size(),
        networks.size(),
        platforms.size(),
        rarity);
  }

  static double score(int countries, int rarity, int platforms) {
    return PER_COUNTRY * countries + rarity / RARITY_DIVISOR + platforms;
  }

  private @Nullable Veteran veteran(RelayGroup group) {
    Instant since = group.totals().firstSeen();
    if (since == null) {
      return null;
    }
    long days = Duration.between(since, network.asOf()).toDays();
    double factor = factor(group.totals().relays());
    return new Veteran(days, factor, days * factor);
  }

  static double factor(int relays) {
    if (relays >= 300) {
      return 1.3;
    } else if (relays >= 200) {
      return 1.25;
    } else if (relays >= 100) {
      return 1.2;
    } else if (relays >= 50) {
      return 1.15;
    } else if (relays >= 20) {
      return 1.1;
    }
    return relays >= 10 ? 1.05 : 1;
  }

  private Validated validated() {
    return new Validated(
        validated.relays,
        failing,
        validated.bandwidth,
        validated.weightFraction,
        validated.guards,
        validated.middles,
        validated.exits,
        validated.countries.size());
  }

  private static @Nullable Reliability reliability(
      OperatorReliability.Operator history, Period period) {
    OperatorReliability.Uptime uptime = history.uptime().get(period);
    return uptime == null ? null : new Reliability(uptime.mean(), uptime.relays());
  }

  private static @Nullable Double bandwidth(OperatorReliability.Operator history, Period period) {
    OperatorReliability.Bandwidth bandwidth = history.bandwidth().get(period);
    return bandwidth == null ? null : bandwidth.total();
  }

  /// Most first, then by key.
  private static List<Count> counts(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(e -> new Count(e.getKey(), e.getValue()))
        .toList();
  }

  /// Sums over the addresses of one version and the relays that have one.
  private static final class AddressSums {
    private final Set<String> distinct = new HashSet<>();
    private final MemberSums members = new MemberSums();

    private Addresses finish() {
      return new Addresses(
          distinct.size(),
          members.relays,
          members.bandwidth,
          members.weightFraction,
          members.guards,
          members.middles,
          members.exits);
    }
  }
}
