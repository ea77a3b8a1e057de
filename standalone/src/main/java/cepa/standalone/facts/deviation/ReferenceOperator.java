package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.leaderboard.Category;
import cepa.model.rarity.CountryRarity;
import cepa.model.rarity.Rarity;
import cepa.model.statistics.Period;
import cepa.model.validation.Validation;
import cepa.model.validation.ValidationStatus;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.section.GroupFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What the reference ranks an operator by (analytics 5).
final class ReferenceOperator {

  private static final int MANY = 25;
  private static final int RARE = 6;

  private final FactsInput input;
  private final List<Relay> members;
  private final GroupFigures figures;

  ReferenceOperator(FactsInput input, List<Relay> members) {
    this.input = input;
    this.members = members;
    this.figures = ReferenceFigures.of(input).group(members);
  }

  List<Relay> members() {
    return members;
  }

  GroupFigures figures() {
    return figures;
  }

  /// The value it is ranked by; negative if a filter keeps it from the board.
  double metric(Category category) {
    return switch (category) {
      case BANDWIDTH -> figures.all().bandwidth();
      case CONSENSUS_WEIGHT -> figures.all().fraction();
      case EXIT_AUTHORITY -> figures.exit().fraction();
      case GUARD_AUTHORITY -> figures.guard().fraction();
      case EXIT_OPERATORS -> figures.exit().relays();
      case GUARD_OPERATORS -> figures.guard().relays();
      case RELIABILITY_MASTERS -> ofMany(uptime(Period.SIX_MONTHS));
      case LEGACY_TITANS -> ofMany(uptime(Period.FIVE_YEARS));
      case MOST_DIVERSE -> diversity();
      case PLATFORM_DIVERSITY ->
          count(
              r -> r.software().platform() != null && !r.software().platform().startsWith("Linux"));
      case NON_EU_LEADERS -> count(this::isOutsideEu);
      case FRONTIER_BUILDERS -> rareCountries();
      case NETWORK_VETERANS -> veteran();
      case IPV4_LEADERS -> addresses(false);
      case IPV6_LEADERS -> addresses(true);
      case BANDWIDTH_MASTERS -> ofMany(total(Period.SIX_MONTHS));
      case BANDWIDTH_LEGENDS -> ofMany(total(Period.FIVE_YEARS));
      case VALIDATED_RELAYS -> orOut(count(this::isValidated));
      case TOTAL_DATA_CHAMPIONS -> data();
    };
  }

  private double ofMany(double value) {
    return members.size() > MANY ? orOut(value) : -1;
  }

  private static double orOut(double value) {
    return value > 0 ? value : -1;
  }

  private int count(Predicate<Relay> wanted) {
    return (int) members.stream().filter(wanted).count();
  }

  double total(Period period) {
    double[] totals = ReferenceReliability.of(input).totals(members, period);
    return totals.length == 0 ? 0 : ReferenceReliability.mean(totals);
  }

  private double uptime(Period period) {
    double[] values =
        members.stream()
            .mapToDouble(relay -> ReferenceUptimes.of(input).percent(relay, period))
            .filter(u -> u > 0)
            .toArray();
    return values.length == 0 ? 0 : ReferenceReliability.mean(values);
  }

  Set<String> countries() {
    Set<String> countries = new LinkedHashSet<>();
    members.forEach(r -> {
      if (r.place() != null) {
        countries.add(r.place().country());
      }
    });
    return countries;
  }

  Set<String> platforms() {
    Set<String> platforms = new LinkedHashSet<>();
    members.stream()
        .map(r -> r.software().platform())
        .filter(Objects::nonNull)
        .forEach(platforms::add);
    return platforms;
  }

  double diversity() {
    int rarity = ReferenceRarity.of(input).sum(members);
    long networks =
        members.stream()
            .map(Relay::network)
            .filter(Objects::nonNull)
            .map(Relay.Network::number)
            .distinct()
            .count();
    return 3.0 * countries().size() + (rarity > 0 ? rarity / 2.5 : networks) + platforms().size();
  }

  private @Nullable CountryRarity rarity(@Nullable String country) {
    Rarity rarity = input.find(Rarity.class);
    RelayGroup group = country == null ? null : input.groups("country").get(country);
    return rarity == null || group == null
        ? null
        : rarity.countries().get(input.model().groups("country").indexOf(group));
  }

  private boolean isOutsideEu(Relay relay) {
    CountryRarity rarity = relay.place() == null ? null : rarity(relay.place().country());
    return rarity != null && !rarity.europeanUnion();
  }

  int rareCountries() {
    return (int) countries().stream().filter(this::isRare).count();
  }

  /// Relays in rare countries.
  List<Relay> rare() {
    return members.stream()
        .filter(relay -> relay.place() != null && isRare(relay.place().country()))
        .toList();
  }

  private boolean isRare(String country) {
    CountryRarity rarity = rarity(country);
    return rarity != null && rarity.score() >= RARE;
  }

  private double veteran() {
    Instant first = figures.firstSeen();
    if (first == null) {
      return 0;
    }
    long days = Duration.between(first, input.model().asOf()).toDays();
    int n = members.size();
    double factor =
        n >= 300
            ? 1.3
            : n >= 200
                ? 1.25
                : n >= 100 ? 1.2 : n >= 50 ? 1.15 : n >= 20 ? 1.1 : n >= 10 ? 1.05 : 1.0;
    return days * factor;
  }

  private int addresses(boolean six) {
    Set<String> distinct = new HashSet<>();
    for (Relay relay : members) {
      for (String address : relay.addresses().or()) {
        if (address.startsWith("[") == six) {
          distinct.add(address.substring(0, address.lastIndexOf(':')));
        }
      }
    }
    return distinct.size();
  }

  private @Nullable ValidationStatus status(Relay relay) {
    Validation validation = input.find(Validation.class);
    Integer index = input.index(relay.fingerprint().hex());
    return validation == null || index == null ? null : validation.relays().get(index).status();
  }

  boolean isValidated(Relay relay) {
    return status(relay) == ValidationStatus.VALIDATED;
  }

  double weight(Predicate<Relay> wanted) {
    return members.stream()
        .filter(wanted)
        .map(relay -> ReferenceFigures.of(input).fraction(relay))
        .filter(Objects::nonNull)
        .mapToDouble(f -> f)
        .sum();
  }

  private double data() {
    double data = 0;
    for (Period period : Period.ALL) {
      double sum = ReferenceTraffic.of(input).sum(members, period);
      data = sum > 0 ? sum : data;
    }
    return data;
  }
}
