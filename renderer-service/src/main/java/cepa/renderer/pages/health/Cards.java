package cepa.renderer.pages.health;

import static cepa.renderer.pages.health.Figure.count;
import static cepa.renderer.pages.health.Figure.named;
import static cepa.renderer.pages.health.Figure.number;
import static cepa.renderer.pages.health.Figure.part;
import static cepa.renderer.pages.health.Figure.rate;
import static cepa.renderer.pages.health.Figure.share;
import static cepa.renderer.pages.health.Figure.terabytes;

import cepa.model.GroupTotals;
import cepa.model.Relay.Role;
import cepa.model.health.AddressFamilies;
import cepa.model.health.AddressFamilies.Reached;
import cepa.model.health.Ages;
import cepa.model.statistics.Period;
import cepa.model.traffic.GroupTraffic;
import cepa.renderer.pages.health.HealthView.Card;
import cepa.renderer.view.Share;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Figures of relays, in the groups the page has; the other half is in [MoreCards].
record Cards(Facts facts) {

  List<Card> all() {
    var more = new MoreCards(facts);
    return List.of(
        relays(),
        capacity(),
        new Card(
            "relay-uptime",
            List.of(
                facts.health().uptime() == null
                    ? share("uptime-month", null)
                    : share(
                        facts.health().uptime().period() == Period.ONE_MONTH
                            ? "uptime-month"
                            : "uptime-half-year",
                        facts.health().uptime().share()))),
        more.operators(),
        geography(),
        providers(),
        new Card("bandwidth-utilization", List.of()),
        more.versions(),
        more.platforms(),
        more.keyFamilies(),
        more.exits());
  }

  private Card relays() {
    GroupTotals all = facts.totals().all();
    AddressFamilies addresses = facts.health().addresses();
    Ages ages = facts.health().ages();
    int relays = all.relays();
    return new Card(
        "relay-counts",
        List.of(
            count("relays", relays),
            part("exits", all.exits(), relays),
            part("guards", all.guards(), relays),
            part("middles", all.middles(), relays),
            part("guard-exits", facts.health().participation().guardExits(), relays),
            part("fast", facts.flag("Fast"), relays),
            part("stable", facts.flag("Stable"), relays),
            part("authority", facts.flag("Authority"), relays),
            part("v2dir", facts.flag("V2Dir"), relays),
            part("hsdir", facts.flag("HSDir"), relays),
            part("measured", all.measured(), relays),
            part("offline", relays - all.running(), relays),
            part("dual-stack", addresses.both().relays().relays(), relays),
            part("ipv4-only", addresses.ipv4Only().relays().relays(), relays),
            part("bad-exits", facts.flag("BadExit"), relays),
            part("stale-descriptor", facts.flag("StaleDesc"), relays),
            part("sybil", facts.flag("Sybil"), relays),
            part(
                facts.health().overload().complete() ? "overloaded" : "overloaded-general",
                facts.health().overload().relays(),
                relays),
            part("new-day", ages.day(), ages.known()),
            part("new-month", ages.month(), ages.known()),
            part("new-half-year", ages.halfYear(), ages.known()),
            part("new-year", ages.year(), ages.known()),
            days("age-mean", ages.meanDays()),
            days("age-median", ages.medianDays())));
  }

  private static Figure days(String id, @Nullable Long days) {
    return new Figure(id, null, days, null, null, null);
  }

  private Card capacity() {
    GroupTotals all = facts.totals().all();
    AddressFamilies addresses = facts.health().addresses();
    return new Card(
        "bandwidth-capacity",
        List.of(
            rate("capacity", facts.rate(all.bandwidth()), null),
            capacity("capacity-exits", all.exitBandwidth()),
            capacity("capacity-guards", all.guardBandwidth()),
            capacity("capacity-middles", all.middleBandwidth()),
            capacity("capacity-dual-stack", addresses.both().relays().bandwidth()),
            capacity("capacity-ipv4-only", addresses.ipv4Only().relays().bandwidth()),
            terabytes("data", facts.traffic().network().bytes().fiveYears()),
            terabytes("data-exits", data(Role.EXIT)),
            terabytes("data-guards", data(Role.GUARD)),
            terabytes("data-middles", data(Role.MIDDLE)),
            terabytes("data-month", facts.traffic().network().bytes().oneMonth())));
  }

  private @Nullable Long data(Role role) {
    GroupTraffic.Totals totals = facts.traffic().roles().get(role);
    return totals == null ? null : totals.bytes().fiveYears();
  }

  private Figure capacity(String id, long bytesPerSecond) {
    return rate(
        id,
        facts.rate(bytesPerSecond),
        Share.of(bytesPerSecond, facts.totals().all().bandwidth(), 1));
  }

  private Card geography() {
    var geography = facts.health().geography();
    var concentration = facts.intelligence().concentration();
    var spread = facts.intelligence().geography();
    List<Figure> figures = new ArrayList<>();
    figures.add(count("countries", facts.model().groups("country").size()));
    concentration
        .topCountries()
        .forEach(top ->
            figures.add(
                named("country-top", facts.country(top.key()), Share.known(top.fraction(), 1))));
    figures.add(part("eu", geography.eu().relays(), facts.relays()));
    figures.add(share("eu-weight", geography.eu().weightFraction()));
    figures.add(part("non-eu", geography.elsewhere().relays(), facts.relays()));
    figures.add(share("non-eu-weight", geography.elsewhere().weightFraction()));
    figures.add(part("rare", geography.rare().relays(), facts.relays()));
    figures.add(share("rare-weight", geography.rare().weightFraction()));
    figures.add(share("five-eyes", concentration.fiveEyes()));
    figures.add(share("fourteen-eyes", concentration.fourteenEyes()));
    figures.add(count("significant-countries", concentration.countries()));
    figures.add(number("country-hhi", spread.countryHhi(), 3));
    figures.add(number("region-hhi", spread.regionHhi(), 3));
    figures.add(country("country-dual-stack", facts.health().addresses().both()));
    figures.add(country("country-ipv4-only", facts.health().addresses().ipv4Only()));
    return new Card("geographic-participation", figures);
  }

  private Figure country(String id, Reached reached) {
    return named(
        id,
        facts.country(reached.country()),
        reached.country() == null ? null : Share.of(reached.country().relays(), facts.relays(), 1));
  }

  private Card providers() {
    var providers = facts.health().providers();
    var averages = facts.health().averages();
    List<Figure> figures = new ArrayList<>();
    figures.add(count("networks", facts.model().groups("network").size()));
    facts
        .intelligence()
        .concentration()
        .topNetworks()
        .forEach(top ->
            figures.add(
                named("network-top", facts.network(top.key()), Share.known(top.fraction(), 1))));
    figures.add(share("top-three", providers.topThree()));
    figures.add(share("top-five", providers.topFive()));
    figures.add(share("top-ten", providers.topTen()));
    figures.add(
        count("single-relay-networks", facts.intelligence().concentration().singleRelayNetworks()));
    figures.add(number("networks-per-country", averages.networksPerCountry(), 1));
    figures.add(number("domains-per-network", averages.domainsPerNetwork(), 1));
    figures.add(number("families-per-network", averages.familiesPerNetwork(), 1));
    figures.add(network("network-dual-stack", facts.health().addresses().both()));
    figures.add(network("network-ipv4-only", facts.health().addresses().ipv4Only()));
    return new Card("provider-participation", figures);
  }

  private Figure network(String id, Reached reached) {
    return named(
        id,
        facts.network(reached.network()),
        reached.network() == null ? null : Share.of(reached.network().relays(), facts.relays(), 1));
  }
}
