package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.model.consensus.Authorities;
import cepa.model.consensus.ConsensusMethods;
import cepa.model.consensus.ParameterVotes;
import cepa.model.family.FamilyStatistics;
import cepa.model.health.Ages;
import cepa.model.health.NetworkHealth;
import cepa.model.statistics.Period;
import cepa.processor.source.onionoobandwidth.BandwidthData;
import cepa.standalone.facts.Deviation;
import cepa.standalone.facts.Deviation.Answer;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Leaves;
import cepa.standalone.facts.Place;
import cepa.standalone.facts.RawDetails;
import cepa.standalone.facts.Rounded;
import cepa.standalone.facts.Shown;
import cepa.standalone.facts.health.AgeTexts;
import cepa.standalone.facts.health.HealthSheet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Deviations in the figures of the whole network's health (analytics 11).
final class HealthDeviations {

  private static final String HEALTH = "network_health/";

  private static final Pattern COUNTRY =
      Pattern.compile("top_3_aroi_countries\\[(?:#(\\d+))?\\]\\.(\\w+)");

  private HealthDeviations() {}

  static List<Deviation> all() {
    return List.of(
        rule(
            "A-12",
            "The reference takes every country with few relays, or of some regions, for rare; here"
                + " there must be relays enough to tell, and few of them there",
            "rare_countries_(?:relays.*|consensus_weight.*)",
            (place, input) ->
                ReferenceWeights.of(input).hasOtherRarity()
                    ? of(place, ReferenceWeights.of(input).leaves())
                    : Answer.notHere()),
        rule(
            "D-6",
            "The reference divides the weight of guards by primary role by the bandwidth of all"
                + " relays with the flag",
            "cw_bw_ratio_guard_mean",
            (place, input) -> of(place, ReferenceWeights.of(input).leaves())),
        rule(
            "A-23",
            "The reference has no name for a network without one, and puts its prefix twice where"
                + " it has to show something",
            "top_3_as\\[[^\\]]*\\]\\.as_name(?:_truncated)?",
            (place, input) -> of(place, ReferenceWeights.of(input).leaves())),
        rule(
            "D-3",
            "Offline relays weigh nothing",
            "(?:consensus_weight_bandwidth_ratio|(?:non_)?eu_c.*|rare_countries_c.*"
                + "|hf_ready_cw_.*|geographic_\\w+|jurisdiction_\\w+|regional_\\w+|top_3_countries.*"
                + "|top_\\d+_as.*|cw_bw_ratio_(?:overall|exit)_mean)",
            (place, input) ->
                input.relays().stream().anyMatch(ReferenceFigures::weighsOffline)
                    ? of(place, ReferenceWeights.of(input).leaves())
                    : Answer.notHere()),
        rule(
            "D-2",
            "Relays without a contact are no operator",
            "unique_contacts_count(?:_formatted)?",
            HealthDeviations::contacts),
        rule(
            "A-6",
            "The reference reads no summary of ports that are rejected; here both forms are read",
            "(?:web_traffic|unrestricted|restricted)_exits.*",
            (place, input) -> of(place, ReferenceExits.facts(input))),
        rule(
            "A-7",
            "The reference takes a relay's own address for a public one that it keeps traffic from,"
                + " and knows neither ranges nor the order of rules",
            "(?:ip_(?:un)?restricted_exits|unrestricted_and_no_ip_restrictions).*",
            (place, input) -> of(place, ReferenceExits.facts(input))),
        rule(
            "A-13",
            "Every relay counts with what it carried within the period",
            "(?:network|guard|middle|exit)_total_data.*",
            HealthDeviations::traffic),
        rule(
            "A-21",
            "The reference divides all operators with a contact by networks where it speaks of"
                + " domains",
            "avg_aroi_per_as",
            (_, input) ->
                Answer.gives(
                    HealthSheet.quotient(
                        ReferenceBoards.of(input).operators(), input.groups("network").size(), 1))),
        rule(
            "A-22",
            "The reference counts overloaded relays only if it has data of bandwidth; general"
                + " overload is known without",
            "overloaded_relays.*",
            (place, input) -> {
              var sheet = new HealthSheet();
              sheet.part("overloaded_relays", 0, input.relays().size());
              return input.find(BandwidthData.class) == null
                  ? of(place, sheet.facts())
                  : Answer.notHere();
            }),
        rule(
            "A-24",
            "The reference takes the upper of two middle votes, and a single one for a decision",
            "hf_use_family_(?:ids|lists)",
            HealthDeviations::decided),
        rule(
            "A-25",
            "The reference names a failure by words anywhere in its text, names in it included, and"
                + " leaves out those of domains that one relay proves",
            "(?:relay|operator|dns|uri)_error_top5",
            HealthDeviations::failures),
        rule(
            "D-8",
            "The reference takes a relay of which upstream does not say whether it runs for one that"
                + " does; here for one that does not",
            "offline_relays.*",
            HealthDeviations::offline),
        rule(
            "D-9",
            "The reference knows a twelfth month; here that is a year",
            "network_(?:mean|median)_age_formatted",
            HealthDeviations::age),
        rule(
            "D-C4",
            "The reference takes the votes it has for all there are; here all authorities count",
            "hf_(?:consensus_total_voters|method_threshold)",
            HealthDeviations::voters),
        rule(
            "D-1",
            "A domain has one form, whatever case, port or query it is written with",
            "(?:aroi_operators_count|unique_aroi_domains_count|(?:validated|invalid)_aroi_domains"
                + "|avg_relays_per_aroi_operator|hf_(?:some|all|total_validated)_operators"
                + "|(?:ipv4_only|both_ipv4_ipv6)_aroi_operators).*",
            (place, input) -> of(place, ReferenceDomains.facts(input))),
        rule(
            "F-2",
            "The reference lists countries with as many validated domains as it finds them; here in"
                + " base order of their relays",
            "top_3_aroi_countries.*",
            HealthDeviations::countries),
        rule(
            "F-4",
            "The reference does not count a family whose first member it has found in another one;"
                + " here every distinct set is a family",
            "families_count(?:_formatted)?|avg_families_per_as",
            HealthDeviations::families),
        rule(
            "D-4",
            "The last member speaks for its network",
            "top_(?:ipv4_only|both_ipv4_ipv6)_as_name",
            HealthDeviations::name));
  }

  private static Deviation rule(String id, String summary, String paths, Rule.Reference reference) {
    return Rule.of(id, summary, HEALTH + "(?:" + paths + ")", reference);
  }

  private static Answer of(Place place, Map<String, @Nullable Object> leaves) {
    return Leaves.has(leaves, place.path())
        ? Answer.gives(Leaves.get(leaves, place.path()))
        : Answer.notHere();
  }

  private static Answer contacts(Place place, FactsInput input) {
    Set<String> texts = new HashSet<>();
    for (Relay relay : input.relays()) {
      texts.add(ReferenceContacts.of(input).of(relay).text().strip());
    }
    var sheet = new HealthSheet();
    sheet.count("unique_contacts_count", texts.size());
    return of(place, sheet.facts());
  }

  private static Answer traffic(Place place, FactsInput input) {
    ReferenceTraffic traffic = ReferenceTraffic.of(input);
    if (!traffic.hasYoungerRelays()) {
      return Answer.notHere();
    }
    String path = place.path();
    int dot = path.indexOf('.');
    Period period = dot < 0 ? Period.FIVE_YEARS : Period.of(path.substring(dot + 1));
    String role = path.substring(0, path.indexOf('_')).toUpperCase(Locale.ROOT);
    List<Relay> relays =
        input.relays().stream()
            .filter(relay -> role.equals("NETWORK") || relay.role().name().equals(role))
            .toList();
    if (period == null) {
      return Answer.notHere();
    }
    double bytes = traffic.sum(relays, period);
    return Answer.gives(
        path.endsWith("_formatted")
            ? Shown.volume(bytes)
            : new Rounded(bytes, 2.0 * relays.size()));
  }

  private static Answer decided(Place place, FactsInput input) {
    Authorities authorities = input.find(Authorities.class);
    String name = place.path().substring("hf_".length()).replace('_', '-');
    if (authorities == null) {
      return Answer.notHere();
    }
    for (ParameterVotes votes : authorities.parameters()) {
      List<Integer> sorted = votes.votes().values().stream().sorted().toList();
      if (votes.name().equals(name) && !sorted.isEmpty()) {
        return Answer.gives(sorted.get(sorted.size() / 2));
      }
    }
    return Answer.notHere();
  }

  private static Answer failures(Place place, FactsInput input) {
    ReferenceProofs proofs = ReferenceProofs.of(input);
    return Answer.gives(
        switch (place.path()) {
          case "relay_error_top5" -> proofs.relayFailures("");
          case "dns_error_top5" -> proofs.relayFailures("DNS: ");
          case "uri_error_top5" -> proofs.relayFailures("URI: ");
          default -> proofs.domainFailures();
        });
  }

  private static Answer offline(Place place, FactsInput input) {
    RawDetails details = input.find(RawDetails.class);
    if (details == null || details.silent().isEmpty()) {
      return Answer.notHere();
    }
    long offline =
        input.relays().stream()
            .filter(r -> !r.running() && !details.silent().contains(r.fingerprint()))
            .count();
    int all = input.relays().size();
    var sheet = new HealthSheet();
    sheet.part("offline_relays", offline, all);
    sheet.both("offline_relays_with_percentage", offline, HealthSheet.percent(offline, all));
    return of(place, sheet.facts());
  }

  private static Answer age(Place place, FactsInput input) {
    NetworkHealth health = input.find(NetworkHealth.class);
    Ages ages = health == null ? null : health.ages();
    Long days =
        ages == null ? null : place.path().contains("mean") ? ages.meanDays() : ages.medianDays();
    return days == null ? Answer.notHere() : Answer.gives(AgeTexts.uncarried(days));
  }

  private static Answer voters(Place place, FactsInput input) {
    Authorities authorities = input.find(Authorities.class);
    ConsensusMethods methods = authorities == null ? null : authorities.methods();
    if (methods == null || methods.perVoter().isEmpty()) {
      return Answer.notHere();
    }
    int votes = methods.perVoter().size();
    return Answer.gives(place.path().endsWith("voters") ? votes : 2 * votes / 3 + 1);
  }

  /// Any order of countries with as many domains.
  private static Answer countries(Place place, FactsInput input) {
    Matcher path = COUNTRY.matcher(place.path());
    if (!path.matches()) {
      return Answer.notHere();
    }
    Map<String, Integer> counts = ReferenceProofs.of(input).countries();
    List<Integer> sorted =
        new ArrayList<>(counts.values()).stream().sorted(Comparator.reverseOrder()).toList();
    int at = path.group(1) == null ? 0 : Integer.parseInt(path.group(1));
    if (at >= sorted.size()) {
      return Answer.notHere();
    }
    int count = sorted.get(at);
    return switch (path.group(2)) {
      case "count" -> Answer.gives(count);
      case "percentage" ->
          Answer.gives(HealthSheet.percent(count, ReferenceProofs.of(input).validated().size()));
      case "country_code" -> {
        String golden = String.valueOf(place.golden());
        Integer own = counts.get(golden);
        yield own != null && own == count ? Answer.gives(golden) : Answer.notHere();
      }
      default -> Answer.notHere();
    };
  }

  private static Answer families(Place place, FactsInput input) {
    FamilyStatistics families = input.find(FamilyStatistics.class);
    if (families == null) {
      return Answer.notHere();
    }
    var sheet = new HealthSheet();
    sheet.count("families_count", families.families());
    sheet.put(
        "avg_families_per_as",
        HealthSheet.quotient(families.families(), input.groups("network").size(), 1));
    return of(place, sheet.facts());
  }

  private static Answer name(Place place, FactsInput input) {
    NetworkHealth health = input.find(NetworkHealth.class);
    if (health == null) {
      return Answer.notHere();
    }
    var reached =
        place.path().contains("both") ? health.addresses().both() : health.addresses().ipv4Only();
    var group =
        reached.network() == null ? null : input.groups("network").get(reached.network().key());
    Relay last = group == null ? null : input.members(group).getLast();
    return last == null || last.network() == null
        ? Answer.notHere()
        : Answer.gives(last.network().name());
  }
}
