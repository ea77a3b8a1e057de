package cepa.renderer.pages.health;

import cepa.model.NetworkModel;
import cepa.model.NetworkTotals;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.model.consensus.Authorities;
import cepa.model.consensus.FamilyKeys;
import cepa.model.family.FamilyStatistics;
import cepa.model.health.NetworkHealth;
import cepa.model.health.Top;
import cepa.model.intelligence.Intelligence;
import cepa.model.intelligence.NetworkIntelligence;
import cepa.model.reliability.UptimeStatistics;
import cepa.model.traffic.GroupTraffic;
import cepa.model.validation.NetworkValidation;
import cepa.model.validation.Validation;
import cepa.renderer.Link;
import cepa.renderer.PageContext;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Rate;
import cepa.renderer.view.RateUnit;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The parts of the model that the page shows.
record Facts(
    PageContext context,
    NetworkHealth health,
    NetworkIntelligence intelligence,
    NetworkValidation validation,
    UptimeStatistics uptime,
    GroupTraffic traffic,
    Authorities authorities,
    FamilyKeys keys,
    FamilyStatistics families,
    Map<String, String> networkNames) {

  private static final int NAME = 40;

  static Facts of(PageContext context) {
    Map<String, String> names = new TreeMap<>();
    context
        .model()
        .groups("network")
        .forEach(group -> {
          String name = DisplayText.line(group.name(), NAME);
          if (name != null) {
            names.put(group.key(), name);
          }
        });
    return new Facts(
        context,
        context.part(NetworkHealth.class),
        context.part(Intelligence.class).network(),
        context.part(Validation.class).network(),
        context.part(UptimeStatistics.class),
        context.part(GroupTraffic.class),
        context.part(Authorities.class),
        context.part(FamilyKeys.class),
        context.part(FamilyStatistics.class),
        names);
  }

  NetworkModel model() {
    return context.model();
  }

  NetworkTotals totals() {
    return model().totals();
  }

  int relays() {
    return totals().all().relays();
  }

  int flag(String flag) {
    return totals().flags().getOrDefault(flag, 0);
  }

  Rate rate(long bytesPerSecond) {
    BandwidthUnit mode = model().site().bandwidthUnit();
    return Rate.in(bytesPerSecond, RateUnit.of(bytesPerSecond, mode), 1);
  }

  /// In the unit of tables, where large and small ones stand below each other.
  Rate tableRate(double bytesPerSecond) {
    return Rate.in((long) bytesPerSecond, RateUnit.ofTables(model().site().bandwidthUnit()), 1);
  }

  Link country(String key) {
    return context.links().to("country", key, DisplayText.lineOr(key, DisplayText.NICKNAME, "?"));
  }

  Link network(String key) {
    String number = DisplayText.lineOr(key, DisplayText.NICKNAME, "?");
    String name = networkNames.get(key);
    return context.links().to("network", key, name == null ? number : number + " " + name);
  }

  @Nullable Link country(@Nullable Top top) {
    return top == null ? null : country(top.key());
  }

  @Nullable Link network(@Nullable Top top) {
    return top == null ? null : network(top.key());
  }
}
