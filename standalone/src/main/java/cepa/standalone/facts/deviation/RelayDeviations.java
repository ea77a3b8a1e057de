package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.model.reliability.FlagUptimes;
import cepa.model.reliability.UptimeStatistics;
import cepa.model.statistics.Period;
import cepa.standalone.facts.Deviation;
import cepa.standalone.facts.Deviation.Answer;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Place;
import cepa.standalone.facts.Shown;
import cepa.standalone.facts.section.GroupFigures.Who;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Deviations in the figures of single relays.
final class RelayDeviations {

  private static final String RELAYS = "(?:all_relays|relay)/";

  private RelayDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Rule.of(
            "D-3",
            "An offline relay has no share of the weight; the reference gives it one on top",
            RELAYS + "consensus_weight_(?:fraction|percentage|percentage_precise)",
            RelayDeviations::weight),
        Rule.of(
            "D-1",
            "A domain has one form, whatever case, port or query it is written with",
            RELAYS + "(?:contact_md5|aroi_domain)",
            (place, input) -> isCleaned(place, input) ? Answer.notHere() : contact(place, input)),
        Rule.of(
            "T-1",
            "Texts are cleaned before anything is made of them",
            RELAYS + "(?:contact_md5|contact)",
            (place, input) -> isCleaned(place, input) ? contact(place, input) : Answer.notHere()),
        Rule.of(
            "D-10",
            "The reference takes a relay whose family members all have family keys for one without"
                + " a declared family",
            RELAYS + "family_support_type",
            RelayDeviations::support),
        Rule.of(
            "A-8",
            "The reference says that a flag's share of time matches where nothing is known of it",
            "relay/flag_uptime_display",
            RelayDeviations::match),
        Rule.of(
            "F-3",
            "The reference takes a relay that ran at most one percent of the time for one nothing is"
                + " known of; here the share stays what it is",
            "all_relays/uptime_api_display|relay/(?:uptime_api_display|uptime_percentages\\.\\w+)",
            (place, input) -> hardlyRan(place, input) ? uptime(place, input) : Answer.notHere()),
        Rule.of(
            "F-1",
            "A relay's average rate is kept in whole bytes per second",
            "relay/flag_bandwidth_display",
            RelayDeviations::averages));
  }

  private static boolean isCleaned(Place place, FactsInput input) {
    Relay relay = relay(place, input);
    return relay != null && ReferenceContacts.of(input).isCleaned(relay);
  }

  private static boolean hardlyRan(Place place, FactsInput input) {
    Relay relay = relay(place, input);
    Relay.Uptime uptime = relay == null ? null : relay.uptime();
    if (relay == null || uptime == null || ReferenceUptimes.of(input).isScaled(relay)) {
      return false;
    }
    for (Period period : Period.ALL) {
      Double share = uptime.in(period);
      if (share != null && share > 0 && share <= UptimeStatistics.COUNTED_ABOVE) {
        return true;
      }
    }
    return false;
  }

  static Answer uptime(Place place, FactsInput input) {
    Relay relay = relay(place, input);
    if (relay == null) {
      return Answer.notHere();
    }
    List<Object> parts = new ArrayList<>();
    for (Period period : Period.ALL) {
      double own = ReferenceUptimes.of(input).percent(relay, period);
      if (place.path().endsWith("." + period.key())) {
        return Answer.gives(own);
      }
      parts.add(Shown.number("", own, 1, "%"));
    }
    return Answer.gives(Shown.join("/", parts));
  }

  private static Answer support(Place place, FactsInput input) {
    Relay relay = relay(place, input);
    return relay == null
        ? Answer.notHere()
        : Answer.gives(ReferenceFamilies.of(input).support(relay));
  }

  private static Answer match(Place place, FactsInput input) {
    Integer index = input.index(place.key());
    FlagUptimes flags = input.find(FlagUptimes.class);
    if (index == null || flags == null || !"N/A".equals(place.ours())) {
      return Answer.notHere();
    }
    return flags.priority(input.relays().get(index), index) == null
        ? Answer.notHere()
        : Answer.gives("Match");
  }

  private static Answer averages(Place place, FactsInput input) {
    Relay relay = relay(place, input);
    if (relay == null) {
      return Answer.notHere();
    }
    List<Object> parts = new ArrayList<>();
    for (Period period : List.of(Period.SIX_MONTHS, Period.ONE_YEAR, Period.FIVE_YEARS)) {
      double average = ReferenceReliability.of(input).average(relay, period);
      parts.add(average == 0 ? "—" : Shown.rate(average, 2, input.model().site().bandwidthUnit()));
    }
    return Answer.gives(Shown.join("/", parts));
  }

  private static Answer weight(Place place, FactsInput input) {
    Relay relay = relay(place, input);
    if (relay == null || !ReferenceFigures.weighsOffline(relay)) {
      return Answer.notHere();
    }
    Double fraction = ReferenceFigures.of(input).fraction(relay);
    return Answer.gives(
        switch (place.path()) {
          case "consensus_weight_fraction" -> fraction;
          case "consensus_weight_percentage" -> Shown.percent(fraction, 2);
          default -> Shown.percent(fraction, 4);
        });
  }

  private static Answer contact(Place place, FactsInput input) {
    Relay relay = relay(place, input);
    if (relay == null) {
      return Answer.notHere();
    }
    Who who = ReferenceContacts.of(input).of(relay);
    if (who.key().equals(relay.contact().operator())) {
      return Answer.notHere();
    }
    return Answer.gives(
        switch (place.path()) {
          case "contact_md5" -> who.key();
          case "contact" -> who.text();
          default -> who.domain() == null ? "none" : who.domain();
        });
  }

  static @Nullable Relay relay(Place place, FactsInput input) {
    Integer index = input.index(place.key());
    return index == null ? null : input.relays().get(index);
  }
}
