package cepa.standalone.facts.section;

import cepa.model.Fingerprint;
import cepa.model.NetworkModel;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.consensus.FamilyKeys;
import cepa.model.rank.RelayRanks;
import cepa.model.rarity.NetworkRarity;
import cepa.model.rarity.Rarity;
import cepa.model.reliability.FlagUptimes;
import cepa.model.reliability.Overloads;
import cepa.model.statistics.Period;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Shown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How golden files lay out a relay.
final class RelayLayout {

  private RelayLayout() {}

  /// What the table of all relays shows, and more.
  static Map<String, @Nullable Object> brief(FactsInput input, Relay relay, int index) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    var mode = input.model().site().bandwidthUnit();
    facts.put("fingerprint", relay.fingerprint().hex());
    facts.put("nickname", relay.nickname());
    facts.put("country", relay.place() == null ? null : relay.place().country());
    facts.put("as", relay.network() == null ? null : relay.network().number());
    facts.put("contact_md5", relay.contact().operator());
    facts.put("aroi_domain", Texts.domain(relay.contact().domain()));
    facts.put("running", relay.running());
    facts.put("consensus_weight", relay.weight().consensusWeight());
    long observed = relay.bandwidth().observedOrZero();
    facts.put("observed_bandwidth", observed);
    facts.put("obs_bandwidth_with_unit", Shown.rate(observed, 2, mode));
    Double fraction = relay.weight().fraction();
    facts.put("consensus_weight_percentage", Shown.percent(fraction, 2));
    facts.put("cw_percentile", input.get(RelayRanks.class).relays().get(index).weight());
    facts.put("first_seen_date", Texts.date(relay.times().firstSeen(), ""));
    facts.put("uptime_api_display", uptimes(relay.uptime()));
    facts.put("ipv6_support", addresses(relay.addresses().or()));
    FamilyKeys keys = input.find(FamilyKeys.class);
    if (keys != null) {
      facts.put("family_support_type", GroupExtras.support(keys, index));
    }
    Overloads overloads = input.find(Overloads.class);
    if (overloads != null) {
      Overloads.Overload overload = overloads.of(index);
      boolean overloaded = overload != null && overload.overloaded();
      facts.put("stability_is_overloaded", overloaded);
      facts.put("stability_text", overloaded ? "Overloaded" : "Not Overloaded");
    }
    TrafficFacts.relay(facts, input, relay, index);
    return facts;
  }

  static Map<String, @Nullable Object> full(FactsInput input, Relay relay, int index) {
    Map<String, @Nullable Object> facts = brief(input, relay, index);
    var mode = input.model().site().bandwidthUnit();
    Instant now = input.model().asOf();
    Shown observed = Shown.rate(relay.bandwidth().observedOrZero(), 2, mode);
    int space = observed.text().indexOf(' ');
    facts.put(
        "obs_bandwidth_formatted",
        new Shown(observed.text().substring(0, space), observed.numbers()));
    facts.put("obs_bandwidth_unit", observed.text().substring(space + 1));
    facts.put("nickname_truncated", Texts.escaped(Texts.cut(relay.nickname(), 14)));
    weights(facts, relay, input.get(RelayRanks.class).relays().get(index));
    times(facts, relay, now);
    place(facts, relay);
    software(facts, relay.software());
    facts.put("contact", relay.contact().text());
    facts.put("flags", relay.flags());
    facts.put("measured", relay.weight().measured());
    facts.put("advertised_bandwidth", relay.bandwidth().advertised());
    facts.put("bandwidth_rate", relay.bandwidth().rate());
    facts.put("bandwidth_burst", relay.bandwidth().burst());
    addresses(facts, relay.addresses());
    policy(facts, relay.exitPolicy());
    facts.put("effective_family", members(input.model(), relay.family().effective()));
    facts.put("alleged_family", members(input.model(), relay.family().alleged()));
    facts.put("indirect_family", members(input.model(), relay.family().indirect()));
    facts.put(
        "overload_general_timestamp",
        relay.overloadedAt() == null ? null : relay.overloadedAt().toEpochMilli());
    facts.put("uptime_percentages", percentages(relay.uptime()));
    rarity(facts, input, relay);
    Overloads overloads = input.find(Overloads.class);
    Overloads.Overload overload = overloads == null ? null : overloads.of(index);
    if (overload != null) {
      overload(facts, overload);
    }
    FlagUptimes flags = input.find(FlagUptimes.class);
    if (flags != null) {
      facts.put("flag_uptime_display", flagUptimes(flags, relay, index));
    }
    EvaluationLayout.add(facts, input, relay, index);
    return facts;
  }

  private static void rarity(Map<String, @Nullable Object> facts, FactsInput input, Relay relay) {
    Rarity rarity = input.find(Rarity.class);
    RelayGroup network =
        relay.network() == null ? null : input.groups("network").get(relay.network().number());
    if (rarity == null) {
      return;
    }
    if (network == null) {
      facts.put("as_rarity_score", 0);
      facts.put("as_rarity_tier", "common");
      facts.put("as_operator_count", 0);
      facts.put("as_cw_label", "0%");
      return;
    }
    NetworkRarity own = rarity.networks().get(input.model().groups("network").indexOf(network));
    double share = network.totals().weightFraction();
    facts.put("as_rarity_score", own.score());
    facts.put("as_rarity_tier", own.tier().name().toLowerCase(Locale.ROOT));
    facts.put("as_operator_count", own.operators());
    facts.put("as_cw_label", RelayTexts.label(share));
  }

  private static void overload(Map<String, @Nullable Object> facts, Overloads.Overload overload) {
    Overloads.Limits limits = overload.limits();
    if (limits != null) {
      Map<String, @Nullable Object> reported = new LinkedHashMap<>();
      reported.put("timestamp", limits.at() == null ? null : limits.at().toEpochMilli());
      reported.put("rate-limit", limits.rate());
      reported.put("burst-limit", limits.burst());
      reported.put("write-count", limits.writes());
      reported.put("read-count", limits.reads());
      facts.put("overload_ratelimits", reported);
    }
    Overloads.Descriptors descriptors = overload.descriptors();
    if (descriptors != null) {
      Map<String, @Nullable Object> reported = new LinkedHashMap<>();
      reported.put("timestamp", descriptors.at() == null ? null : descriptors.at().toEpochMilli());
      facts.put("overload_fd_exhausted", reported);
    }
  }

  /// The share of time with its most telling flag, where it differs from its uptime (analytics
  /// 2.8).
  private static Object flagUptimes(FlagUptimes flags, Relay relay, int index) {
    String flag = flags.priority(relay, index);
    if (flag == null) {
      return "N/A";
    }
    Map<String, Double> overall = periods(relay.uptime());
    List<Object> parts = new ArrayList<>();
    boolean known = false;
    boolean differs = false;
    for (Period period : Period.ALL) {
      Double share = flags.share(index, flag, period);
      known |= share != null && share > 0;
      double own = overall.getOrDefault(period.key(), 0.0);
      if (share == null || share == 0 || Math.abs(100 * share - own) < 0.1) {
        parts.add("—");
      } else {
        differs = true;
        parts.add(Shown.number("", 100 * share, 1, "%"));
      }
    }
    return differs ? Shown.join("/", parts) : known ? "Match" : "N/A";
  }

  private static void weights(
      Map<String, @Nullable Object> facts, Relay relay, RelayRanks.Ranks ranks) {
    Relay.Weight weight = relay.weight();
    facts.put("consensus_weight_fraction", weight.fraction());
    facts.put("consensus_weight_percentage_precise", Shown.percent(weight.fraction(), 4));
    facts.put("guard_probability", weight.guardProbability());
    facts.put("middle_probability", weight.middleProbability());
    facts.put("exit_probability", weight.exitProbability());
    facts.put("guard_probability_percentage", Shown.percent(weight.guardProbability(), 4));
    facts.put("middle_probability_percentage", Shown.percent(weight.middleProbability(), 4));
    facts.put("exit_probability_percentage", Shown.percent(weight.exitProbability(), 4));
    facts.put("guard_percentile", ranks.guard());
    facts.put("middle_percentile", ranks.middle());
    facts.put("exit_percentile", ranks.exit());
  }

  private static void times(Map<String, @Nullable Object> facts, Relay relay, Instant now) {
    Relay.Times times = relay.times();
    facts.put("first_seen", Texts.timestamp(times.firstSeen()));
    facts.put("last_seen", Texts.timestamp(times.lastSeen()));
    facts.put("last_restarted", Texts.timestamp(times.lastRestarted()));
    facts.put("last_changed_address_or_port", Texts.timestamp(times.lastChangedAddress()));
    facts.put("first_seen_ago", Texts.ago(times.firstSeen(), now));
    facts.put("last_seen_ago", Texts.ago(times.lastSeen(), now));
    facts.put("last_restarted_ago", Texts.ago(times.lastRestarted(), now));
    facts.put("last_restarted_date", Texts.date(times.lastRestarted(), "unknown"));
    facts.put("uptime_display", state(relay, now));
  }

  private static String state(Relay relay, Instant now) {
    Relay.Times times = relay.times();
    if (times.lastRestarted() == null) {
      return "Unknown";
    }
    if (relay.running()) {
      return "UP " + Texts.ago(times.lastRestarted(), now);
    }
    return times.lastSeen() == null ? "DOWN (unknown)" : "DOWN " + Texts.ago(times.lastSeen(), now);
  }

  private static void place(Map<String, @Nullable Object> facts, Relay relay) {
    Relay.Place place = relay.place();
    if (place != null) {
      facts.put("country_name", place.countryName());
      facts.put("region_name", place.region());
      facts.put("city_name", place.city());
      facts.put("latitude", place.latitude());
      facts.put("longitude", place.longitude());
    }
    String name = relay.network() == null ? null : relay.network().name();
    facts.put("as_name", name);
    facts.put("as_name_truncated", Texts.escaped(Texts.cut(Texts.or(name, "Unknown"), 20)));
  }

  private static void software(Map<String, @Nullable Object> facts, Relay.Software software) {
    facts.put("platform", software.platform());
    facts.put("platform_raw", software.platformText());
    facts.put("platform_truncated", Texts.cut(Texts.or(software.platform(), "Unknown"), 10));
    facts.put("version", software.version());
    facts.put("version_status", software.status());
    facts.put("recommended_version", software.recommended());
  }

  private static void addresses(Map<String, @Nullable Object> facts, Relay.Addresses addresses) {
    facts.put("or_addresses", addresses.or());
    facts.put("exit_addresses", addresses.exit());
    facts.put("dir_address", addresses.dir());
    facts.put("unreachable_or_addresses", addresses.unreachable());
    facts.put("verified_host_names", addresses.verifiedHostNames());
    facts.put("unverified_host_names", addresses.unverifiedHostNames());
    facts.put("ip_address", addresses.or().isEmpty() ? "unknown" : host(addresses.or().getFirst()));
  }

  /// The address without its port and brackets.
  static String host(String address) {
    int colon = address.lastIndexOf(':');
    return address.startsWith("[")
        ? address.substring(1, address.indexOf(']'))
        : colon < 0 ? address : address.substring(0, colon);
  }

  private static String addresses(List<String> or) {
    boolean six = or.stream().anyMatch(address -> address.startsWith("["));
    boolean four = or.stream().anyMatch(address -> !address.startsWith("["));
    return six && four ? "both" : four ? "ipv4_only" : six ? "ipv6_only" : "none";
  }

  private static void policy(Map<String, @Nullable Object> facts, Relay.ExitPolicy policy) {
    summary(facts, "exit_policy_summary", policy.ipv4());
    summary(facts, "exit_policy_v6_summary", policy.ipv6());
  }

  private static void summary(
      Map<String, @Nullable Object> facts, String name, Relay.@Nullable PortSummary ports) {
    if (ports != null) {
      facts.put(name, Map.of(ports.accepts() ? "accept" : "reject", ports.ports()));
    }
  }

  private static @Nullable List<String> members(NetworkModel model, @Nullable Integer set) {
    return set == null ? null : model.members(set).stream().map(Fingerprint::hex).sorted().toList();
  }

  private static Shown uptimes(Relay.@Nullable Uptime uptime) {
    List<Object> parts = new ArrayList<>();
    periods(uptime).values().forEach(p -> parts.add(Shown.number("", p, 1, "%")));
    return Shown.join("/", parts);
  }

  private static Map<String, @Nullable Object> percentages(Relay.@Nullable Uptime uptime) {
    return new LinkedHashMap<>(periods(uptime));
  }

  /// Percentages by period; golden files write 0 where there are no data.
  static Map<String, Double> periods(Relay.@Nullable Uptime uptime) {
    Map<String, Double> periods = new LinkedHashMap<>();
    periods.put("1_month", percentage(uptime == null ? null : uptime.oneMonth()));
    periods.put("6_months", percentage(uptime == null ? null : uptime.sixMonths()));
    periods.put("1_year", percentage(uptime == null ? null : uptime.oneYear()));
    periods.put("5_years", percentage(uptime == null ? null : uptime.fiveYears()));
    return periods;
  }

  private static double percentage(@Nullable Double share) {
    return share == null ? 0 : 100 * share;
  }
}
