package cepa.standalone.facts.health;

import cepa.model.NetworkTotals;
import cepa.model.health.Ages;
import cepa.model.health.ExitPolicies;
import cepa.model.health.NetworkHealth;
import cepa.model.health.Versions;
import cepa.model.network.RoleTotals;
import cepa.standalone.facts.FactsInput;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What there is how often (analytics 11: groups 1, 2, 6, 10, 11, 13).
final class CountFacts {

  private static final Map<String, String> FLAGS =
      Map.of(
          "authorities", "Authority",
          "bad_exits", "BadExit",
          "fast", "Fast",
          "stable", "Stable",
          "v2dir", "V2Dir",
          "hsdir", "HSDir",
          "stabledesc", "StaleDesc",
          "sybil", "Sybil");

  private CountFacts() {}

  static void add(HealthSheet sheet, FactsInput input, NetworkHealth health) {
    int all = input.relays().size();
    relays(sheet, input, health, all);
    ages(sheet, health.ages(), all);
    participation(sheet, health.participation(), all);
    versions(sheet, health.versions(), all);
    exits(sheet, health.exitPolicies());
    averages(sheet, health);
  }

  private static void relays(HealthSheet sheet, FactsInput input, NetworkHealth health, int all) {
    RoleTotals roles = input.get(RoleTotals.class);
    NetworkTotals totals = input.model().totals();
    sheet.count("relays_total", all);
    sheet.kind("guard", roles.guardOnly().relays(), all);
    sheet.kind("middle", roles.neither().relays(), all);
    sheet.kind("exit", roles.exits().relays(), all);
    FLAGS.forEach((name, flag) -> sheet.kind(name, totals.flags().getOrDefault(flag, 0), all));
    int measured = roles.all().measured();
    double measuredPercent = HealthSheet.quotient(100.0 * measured, all, 1);
    sheet.count("measured_relays", measured);
    sheet.percentage("measured_percentage", measuredPercent);
    sheet.both("measured_relays_with_percentage", measured, measuredPercent);
    int guardExits = health.participation().guardExits();
    sheet.count("guard_exit_count", guardExits);
    sheet.percentage("guard_exit_percentage", guardExits, all);
    int offline = all - totals.all().running();
    sheet.part("offline_relays", offline, all);
    sheet.both("offline_relays_with_percentage", offline, HealthSheet.percent(offline, all));
    sheet.part("overloaded_relays", health.overload().relays(), all);
    sheet.count("countries_count", input.groups("country").size());
    sheet.count("unique_as_count", input.groups("network").size());
    sheet.count("families_count", health.participation().families());
  }

  private static void ages(HealthSheet sheet, Ages ages, int all) {
    sheet.put("network_mean_age_formatted", AgeTexts.of(ages.meanDays()));
    sheet.put("network_median_age_formatted", AgeTexts.of(ages.medianDays()));
    sheet.part("new_relays_24h", ages.day(), all);
    sheet.part("new_relays_30d", ages.month(), all);
    sheet.part("new_relays_6m", ages.halfYear(), all);
    sheet.part("new_relays_1y", ages.year(), all);
  }

  private static void participation(
      HealthSheet sheet, NetworkHealth.Participation participation, int all) {
    sheet.part("relays_with_family", participation.withFamily(), all);
    sheet.part("relays_without_family", all - participation.withFamily(), all);
    int named = participation.withContact();
    sheet.part("relays_with_contact", named, all);
    // The text of the number alone is overwritten there.
    sheet.both("relays_with_contact_formatted", named, HealthSheet.percent(named, all));
    sheet.part("relays_without_contact", all - named, all);
    sheet.count("unique_contacts_count", participation.contacts());
  }

  private static void versions(HealthSheet sheet, Versions versions, int all) {
    sheet.count("recommended_version_count", versions.recommended());
    sheet.percentage("recommended_version_percentage", versions.recommended(), all);
    version(sheet, "not_recommended", versions.notRecommended(), all);
    version(sheet, "experimental", versions.experimental(), all);
    version(sheet, "obsolete", versions.obsolete(), all);
    version(sheet, "outdated", versions.outdated(), all);
  }

  private static void version(HealthSheet sheet, String name, int count, int all) {
    sheet.count(name + "_count", count);
    sheet.percentage(name + "_percentage", count, all);
  }

  private static void exits(HealthSheet sheet, ExitPolicies policies) {
    int exits = policies.exits();
    sheet.part("web_traffic_exits", policies.web(), exits);
    sheet.part("unrestricted_exits", policies.unrestricted(), exits);
    sheet.part("restricted_exits", policies.restricted(), exits);
    sheet.part("ip_restricted_exits", policies.addressRestricted(), exits);
    sheet.part("ip_unrestricted_exits", policies.addressUnrestricted(), exits);
    sheet.part("unrestricted_and_no_ip_restrictions", policies.open(), exits);
  }

  private static void averages(HealthSheet sheet, NetworkHealth health) {
    NetworkHealth.Averages averages = health.averages();
    sheet.put("avg_as_per_country", rounded(averages.networksPerCountry(), 1));
    sheet.put("avg_aroi_per_as", rounded(averages.domainsPerNetwork(), 1));
    sheet.put("avg_families_per_as", rounded(averages.familiesPerNetwork(), 1));
  }

  static double rounded(@Nullable Double value, int decimals) {
    return value == null ? 0 : HealthSheet.quotient(value, 1, decimals);
  }
}
