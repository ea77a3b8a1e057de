package cepa.processor.source.onionoodetails;

import cepa.model.Contact;
import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.processor.JsonFields;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A relay as Onionoo's details document describes it, normalised (relay-model 3, 5, 11; escaping
/// 2, 4). Components as in [Relay]; a weight's fraction is as sent, the join decides what an absent
/// one means.
public record RelayDetails(
    Fingerprint fingerprint,
    String nickname,
    boolean running,
    List<String> flags,
    Relay.Addresses addresses,
    Relay.@Nullable Place place,
    Relay.@Nullable Network network,
    Relay.Times times,
    Relay.Bandwidth bandwidth,
    Relay.Weight weight,
    Relay.Software software,
    Relay.ExitPolicy exitPolicy,
    Contact contact,
    List<Fingerprint> effectiveFamily,
    List<Fingerprint> allegedFamily,
    List<Fingerprint> indirectFamily,
    @Nullable Boolean hibernating,
    @Nullable Instant overloadedAt) {

  private static final Pattern COUNTRY = Pattern.compile("[a-zA-Z]{2}");
  private static final Pattern AS_NUMBER = Pattern.compile("AS0*(\\d{1,10})");

  /// The relay in these fields, or null if they have no fingerprint.
  static @Nullable RelayDetails from(JsonFields fields, Interning interning) {
    Fingerprint fingerprint = Fingerprint.parse(fields.text("fingerprint"));
    if (fingerprint == null) {
      return null;
    }
    String nickname = fields.text("nickname");
    return new RelayDetails(
        fingerprint,
        nickname == null ? "" : nickname,
        Boolean.TRUE.equals(fields.flag("running")),
        interning.texts(List.copyOf(new TreeSet<>(fields.texts("flags")))),
        addresses(fields),
        place(fields),
        network(fields),
        new Relay.Times(
            fields.timestamp("first_seen"),
            fields.timestamp("last_seen"),
            fields.timestamp("last_restarted"),
            fields.timestamp("last_changed_address_or_port")),
        new Relay.Bandwidth(
            fields.natural("observed_bandwidth"),
            fields.natural("advertised_bandwidth"),
            fields.natural("bandwidth_rate"),
            fields.natural("bandwidth_burst")),
        weight(fields),
        software(fields),
        interning.policy(
            new Relay.ExitPolicy(
                fields.texts("exit_policy"),
                ports(fields.object("exit_policy_summary")),
                ports(fields.object("exit_policy_v6_summary")))),
        interning.contact(fields.text("contact"), fields.sent("contact")),
        interning.members(fields.texts("effective_family")),
        interning.members(fields.texts("alleged_family")),
        interning.members(fields.texts("indirect_family")),
        fields.flag("hibernating"),
        fields.milliseconds("overload_general_timestamp"));
  }

  private static Relay.Addresses addresses(JsonFields fields) {
    return new Relay.Addresses(
        fields.texts("or_addresses"),
        fields.texts("exit_addresses"),
        fields.text("dir_address"),
        fields.texts("unreachable_or_addresses"),
        fields.texts("verified_host_names"),
        fields.texts("unverified_host_names"));
  }

  private static Relay.@Nullable Place place(JsonFields fields) {
    String country = fields.text("country");
    if (country == null || !COUNTRY.matcher(country).matches()) {
      return null;
    }
    return new Relay.Place(
        country.toUpperCase(Locale.ROOT),
        fields.text("country_name"),
        fields.text("region_name"),
        fields.text("city_name"),
        fields.number("latitude", -90, 90),
        fields.number("longitude", -180, 180));
  }

  private static Relay.@Nullable Network network(JsonFields fields) {
    String as = fields.text("as");
    var match = AS_NUMBER.matcher(as == null ? "" : as);
    return match.matches()
        ? new Relay.Network("AS" + match.group(1), fields.text("as_name"))
        : null;
  }

  private static Relay.Weight weight(JsonFields fields) {
    return new Relay.Weight(
        fields.natural("consensus_weight"),
        fields.number("consensus_weight_fraction", 0, 1),
        fields.number("guard_probability", 0, 1),
        fields.number("middle_probability", 0, 1),
        fields.number("exit_probability", 0, 1),
        fields.flag("measured"));
  }

  private static Relay.Software software(JsonFields fields) {
    String text = fields.text("platform");
    return new Relay.Software(
        text,
        Platform.of(text),
        fields.text("version"),
        fields.flag("recommended_version"),
        fields.text("version_status"));
  }

  private static Relay.@Nullable PortSummary ports(@Nullable JsonFields summary) {
    if (summary == null) {
      return null;
    }
    List<String> accept = summary.texts("accept");
    List<String> reject = summary.texts("reject");
    if (accept.isEmpty() && reject.isEmpty()) {
      return null;
    }
    return accept.isEmpty()
        ? new Relay.PortSummary(false, reject)
        : new Relay.PortSummary(true, accept);
  }
}
