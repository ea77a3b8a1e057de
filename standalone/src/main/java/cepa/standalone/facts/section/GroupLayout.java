package cepa.standalone.facts.section;

import cepa.digest.Sha256;
import cepa.model.Relay;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.standalone.facts.Shown;
import cepa.standalone.facts.Shown.RateUnit;
import cepa.standalone.facts.section.GroupFigures.Sums;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How golden files lay out the figures of a group, of whichever kind.
public final class GroupLayout {

  private GroupLayout() {}

  public static Map<String, @Nullable Object> facts(GroupFigures group, BandwidthUnit mode) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("relay_count", group.members().size());
    facts.put("relays_sha256", digest(group.members()));
    sums(facts, "", group.all());
    sums(facts, "guard_", group.guard());
    sums(facts, "middle_", group.middle());
    sums(facts, "exit_", group.exit());
    facts.put("guard_count", group.guard().relays());
    facts.put("middle_count", group.middle().relays());
    facts.put("exit_count", group.exit().relays());
    facts.put("measured_count", group.measured());
    facts.put("first_seen", Texts.timestamp(group.firstSeen()));
    facts.put("unique_as_count", group.networks());
    facts.put("unique_contact_count", group.contacts().size());
    facts.put("unique_contact_list", List.copyOf(group.contacts()));
    facts.put("unique_aroi_count", group.domains().size());
    facts.put("unique_aroi_list", List.copyOf(group.domains()));
    facts.put("unique_family_count", group.families());
    Relay speaker = group.speaker();
    if (speaker != null) {
      facts.put("contact", group.contact().text());
      facts.put("contact_md5", group.contact().key());
      facts.put("aroi_domain", Texts.domain(group.contact().domain()));
      if (speaker.place() != null) {
        facts.put("country", speaker.place().country());
        facts.put(
            "country_name", Texts.or(speaker.place().countryName(), speaker.place().country()));
      }
      facts.put("as_name", speaker.network() == null ? "" : Texts.or(speaker.network().name(), ""));
    }
    facts.put("display", display(group, mode));
    return facts;
  }

  private static void sums(Map<String, @Nullable Object> facts, String role, Sums sums) {
    facts.put(role + "bandwidth", sums.bandwidth());
    facts.put(role + "consensus_weight", sums.weight());
    facts.put(role + "consensus_weight_fraction", sums.fraction());
    facts.put(role + "consensus_weight_percentage", Shown.percent(sums.fraction(), 2));
  }

  private static Map<String, @Nullable Object> display(GroupFigures group, BandwidthUnit mode) {
    RateUnit unit = RateUnit.of(group.all().bandwidth(), mode);
    Shown all = rate(group.all(), unit);
    Shown guard = rate(group.guard(), unit);
    Shown middle = rate(group.middle(), unit);
    Shown exit = rate(group.exit(), unit);
    Map<String, @Nullable Object> display = new LinkedHashMap<>();
    display.put("bandwidth_unit", unit.text());
    display.put("bandwidth_formatted", all);
    display.put("guard_bw_formatted", guard);
    display.put("middle_bw_formatted", middle);
    display.put("exit_bw_formatted", exit);
    display.put(
        "bw_combined",
        Shown.join(" / ", List.of(all, guard, middle, exit)).then(" " + unit.text()));
    Object allWeight = Shown.percent(group.all().fraction(), 2);
    Object guardWeight = Shown.percent(group.guard().fraction(), 2);
    Object middleWeight = Shown.percent(group.middle().fraction(), 2);
    Object exitWeight = Shown.percent(group.exit().fraction(), 2);
    display.put("cw_overall_pct", allWeight);
    display.put("cw_guard_pct", guardWeight);
    display.put("cw_middle_pct", middleWeight);
    display.put("cw_exit_pct", exitWeight);
    display.put(
        "cw_combined",
        Shown.join(" / ", List.of(allWeight, guardWeight, middleWeight, exitWeight)));
    display.put(
        "count_combined",
        group.guard().relays() + " / " + group.middle().relays() + " / " + group.exit().relays());
    display.put("total_relays", group.members().size());
    display.put("first_seen_date", Texts.date(group.firstSeen(), ""));
    return display;
  }

  private static Shown rate(Sums sums, RateUnit unit) {
    return Shown.number(sums.bandwidth() / unit.bytes(), 2);
  }

  /// SHA-256 over the sorted fingerprints, one a line.
  static String digest(List<Relay> members) {
    String lines =
        members.stream()
            .map(relay -> relay.fingerprint().hex())
            .sorted()
            .collect(Collectors.joining("\n"));
    return Sha256.hex(lines.getBytes(StandardCharsets.UTF_8));
  }
}
