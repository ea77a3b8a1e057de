package cepa.processor.analysis.health;

import cepa.model.History;
import cepa.model.NetworkTotals;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.consensus.Authorities;
import cepa.model.consensus.FamilyKeys;
import cepa.model.health.Geography;
import cepa.model.health.MeanUptime;
import cepa.model.health.NetworkHealth;
import cepa.model.health.NetworkHealth.Averages;
import cepa.model.health.NetworkHealth.Identities;
import cepa.model.health.NetworkHealth.Overload;
import cepa.model.health.NetworkHealth.Participation;
import cepa.model.health.Providers;
import cepa.model.health.Verdict;
import cepa.model.health.Versions;
import cepa.model.intelligence.Intelligence;
import cepa.model.rarity.CountryRarity;
import cepa.model.rarity.Rarity;
import cepa.model.reliability.Overloads;
import cepa.model.reliability.UptimeStatistics;
import cepa.model.statistics.Percentiles;
import cepa.model.statistics.Period;
import cepa.model.statistics.PeriodStatistics;
import cepa.model.validation.NetworkValidation;
import cepa.model.validation.NetworkValidation.State;
import cepa.model.validation.Validation;
import cepa.model.validation.ValidationStatus;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.Inputs;
import cepa.processor.analysis.groups.Groups;
import cepa.processor.analysis.relays.Relays;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says how the network is doing (analytics 11). Countries are judged by the installation's lists.
@Component
public final class NetworkHealthAnalysis implements Analysis<NetworkHealth> {

  @Override
  public Class<NetworkHealth> makes() {
    return NetworkHealth.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(
        Inputs.class,
        History.class,
        Relays.class,
        Groups.class,
        NetworkTotals.class,
        Overloads.class,
        UptimeStatistics.class,
        Rarity.class,
        Intelligence.class,
        Validation.class,
        Authorities.class,
        FamilyKeys.class);
  }

  @Override
  public NetworkHealth analyse(Facts facts) {
    Relays relays = facts.get(Relays.class);
    List<Relay> all = relays.relays();
    Groups groups = facts.get(Groups.class);
    List<CountryRarity> rarities = facts.get(Rarity.class).countries();
    Authorities authorities = facts.get(Authorities.class);
    Validation validation = facts.get(Validation.class);
    Set<String> validated = validatedDomains(all, validation);
    List<Relay> eu = inCountries(all, groups, rarities, CountryRarity::europeanUnion);
    List<Relay> elsewhere = inCountries(all, groups, rarities, c -> !c.europeanUnion());
    Overloads overloads = facts.get(Overloads.class);
    Overload overload = new Overload(overloads.overloaded(), overloads.complete());
    MeanUptime uptime = uptime(facts.get(UptimeStatistics.class));
    Versions versions = SoftwareFigures.versions(all);
    Verdict verdict =
        new Assessments(
                all,
                facts.get(NetworkTotals.class),
                facts.get(History.class),
                facts.get(Inputs.class).asOf())
            .of(overload, uptime, versions, facts.get(Intelligence.class).network(), authorities);
    return new NetworkHealth(
        verdict,
        overload,
        AgeFigures.of(all, facts.get(Inputs.class).asOf()),
        BandwidthFigures.capacity(all),
        BandwidthFigures.utilization(all, eu, elsewhere, groups.of("network")),
        participation(relays, groups),
        new Geography(
            Parts.of(eu),
            Parts.of(elsewhere),
            Parts.of(inCountries(all, groups, rarities, CountryRarity::rare))),
        providers(groups.of("network")),
        SoftwareFigures.platforms(groups.of("platform"), all.size()),
        versions,
        ExitFigures.of(all),
        AddressFigures.of(all, validated),
        averages(groups, validation.network()),
        uptime,
        identities(validation.network()),
        KeyFamilyFigures.of(all, authorities, facts.get(FamilyKeys.class), validated));
  }

  /// Domains with a relay that proves them (relay-model 12.4); null without validation data.
  private static @Nullable Set<String> validatedDomains(List<Relay> relays, Validation validation) {
    if (validation.network().results() == null) {
      return null;
    }
    Set<String> domains = new TreeSet<>();
    for (int i = 0; i < relays.size(); i++) {
      String domain = relays.get(i).contact().domain();
      if (domain != null && validation.relays().get(i).status() == ValidationStatus.VALIDATED) {
        domains.add(domain);
      }
    }
    return domains;
  }

  private static List<Relay> inCountries(
      List<Relay> relays,
      Groups groups,
      List<CountryRarity> rarities,
      Predicate<CountryRarity> wanted) {
    List<RelayGroup> countries = groups.of("country");
    List<Relay> some = new ArrayList<>();
    for (int i = 0; i < countries.size(); i++) {
      if (wanted.test(rarities.get(i))) {
        countries.get(i).members().forEach(member -> some.add(relays.get(member)));
      }
    }
    return some;
  }

  private static Participation participation(Relays relays, Groups groups) {
    int guardExits = 0;
    int withFamily = 0;
    int withContact = 0;
    Set<String> contacts = new TreeSet<>();
    for (Relay relay : relays.relays()) {
      Integer family = relay.family().effective();
      guardExits += relay.has("Guard") && relay.has("Exit") ? 1 : 0;
      withFamily += family != null && relays.memberSets().get(family).size() > 1 ? 1 : 0;
      if (relay.contact().isNamed()) {
        withContact++;
        contacts.add(relay.contact().text().strip());
      }
    }
    return new Participation(
        guardExits, withFamily, withContact, contacts.size(), groups.of("family").size());
  }

  private static Providers providers(List<RelayGroup> networks) {
    double[] shares =
        networks.stream()
            .sorted(Parts.LARGEST)
            .mapToDouble(network -> network.totals().weightFraction())
            .toArray();
    return new Providers(sum(shares, 3), sum(shares, 5), sum(shares, 10));
  }

  private static double sum(double[] shares, int count) {
    double sum = 0;
    for (int i = 0; i < Math.min(count, shares.length); i++) {
      sum += shares[i];
    }
    return sum;
  }

  private static Averages averages(Groups groups, NetworkValidation validation) {
    int networks = groups.of("network").size();
    return new Averages(
        Parts.quotient(networks, groups.of("country").size()),
        Parts.quotient(validation.domains(), networks),
        Parts.quotient(groups.of("family").size(), networks));
  }

  private static Identities identities(NetworkValidation validation) {
    int claiming =
        validation.count(State.VALIDATED)
            + validation.count(State.UNVALIDATED)
            + validation.count(State.UNCHECKED);
    return new Identities(
        claiming,
        validation.domains(),
        validation.results() == null
            ? null
            : Integer.valueOf(validation.results().validatedDomains()),
        Parts.quotient(claiming, validation.domains()));
  }

  private static @Nullable MeanUptime uptime(UptimeStatistics statistics) {
    PeriodStatistics month = statistics.all().oneMonth();
    Percentiles sixMonths = statistics.sixMonths();
    if (month != null) {
      return new MeanUptime(month.mean(), Period.ONE_MONTH);
    }
    return sixMonths == null ? null : new MeanUptime(sixMonths.median(), Period.SIX_MONTHS);
  }
}
