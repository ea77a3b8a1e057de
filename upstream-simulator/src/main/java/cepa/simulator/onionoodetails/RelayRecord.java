package cepa.simulator.onionoodetails;

import cepa.simulator.document.Timestamps;
import cepa.simulator.network.Draw;
import cepa.simulator.network.ExitPolicy;
import cepa.simulator.network.Flag;
import cepa.simulator.network.NetworkHour;
import cepa.simulator.network.PathWeights;
import cepa.simulator.network.Place;
import cepa.simulator.network.RelayHour;
import cepa.simulator.network.SimulatedRelay;
import cepa.simulator.network.Software;
import java.util.IdentityHashMap;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/// Writes one relay of the details document, its fields in the order upstream has them.
final class RelayRecord {

  private final NetworkHour hour;

  /// Members of a family share their lists: the quadratic part of the document is rendered once.
  private final IdentityHashMap<List<String>, SerializedString> rendered = new IdentityHashMap<>();

  RelayRecord(NetworkHour hour) {
    this.hour = hour;
  }

  void write(RelayHour state, JsonGenerator json) {
    json.writeStartObject();
    identity(state, json);
    times(state, json);
    place(state.relay(), json);
    json.writeNumberProperty("consensus_weight", state.consensusWeight());
    hostNames(state.relay(), json);
    bandwidth(state, json);
    policy(state.relay(), json);
    software(state, json);
    family(state, json);
    weights(state, json);
    json.writeEndObject();
  }

  private void identity(RelayHour state, JsonGenerator json) {
    SimulatedRelay relay = state.relay();
    List<String> addresses = relay.orAddresses(hour.tick());
    String ipv4 = addresses.getFirst().substring(0, addresses.getFirst().lastIndexOf(':'));
    json.writeStringProperty("nickname", relay.nickname());
    json.writeStringProperty("fingerprint", relay.fingerprint());
    strings("or_addresses", addresses, json);
    Draw exit = relay.draw().of("exit-address");
    if (relay.exit() && exit.chance(0.85)) {
      String other = ipv4.substring(0, ipv4.lastIndexOf('.') + 1) + (1 + exit.of(1).below(254));
      strings("exit_addresses", List.of(exit.of(2).chance(0.9) ? ipv4 : other), json);
    }
    if (relay.dirPort() != 0) {
      json.writeStringProperty("dir_address", ipv4 + ":" + relay.dirPort());
    }
  }

  private void times(RelayHour state, JsonGenerator json) {
    SimulatedRelay relay = state.relay();
    time("last_seen", state.lastSeen(), json);
    time(
        "last_changed_address_or_port",
        relay.addressSince(hour.tick(), hour.network().epoch()),
        json);
    time("first_seen", relay.firstSeen(), json);
    json.writeBooleanProperty("running", state.running());
    if (relay.draw().of("hibernating").chance(0.002)) {
      json.writeBooleanProperty("hibernating", true);
    }
    strings("flags", state.flags().stream().map(Flag::text).toList(), json);
  }

  private static void place(SimulatedRelay relay, JsonGenerator json) {
    relay.place().ifPresent(place -> place(place, json));
    relay
        .hosting()
        .ifPresent(hosting -> {
          json.writeStringProperty("as", "AS" + hosting.number());
          json.writeStringProperty("as_name", hosting.name());
        });
  }

  private static void place(Place place, JsonGenerator json) {
    json.writeStringProperty("country", place.country());
    if (place.countryName() != null) {
      json.writeStringProperty("country_name", place.countryName());
    }
    if (place.region() != null) {
      json.writeStringProperty("region_name", place.region());
    }
    if (place.city() != null) {
      json.writeStringProperty("city_name", place.city());
    }
    json.writeNumberProperty("latitude", place.latitude());
    json.writeNumberProperty("longitude", place.longitude());
  }

  private static void hostNames(SimulatedRelay relay, JsonGenerator json) {
    Draw name = relay.draw().of("host-name");
    double share = name.unit();
    if (share < 0.55) {
      String kind = relay.exit() ? "tor-exit-" : "relay-";
      strings(
          "verified_host_names",
          List.of(kind + name.of(1).below(999) + "." + relay.operator().domain()),
          json);
    } else if (share < 0.75) {
      strings(
          "unverified_host_names",
          List.of("static-" + name.of(2).below(65_536) + ".customers.example"),
          json);
    }
  }

  private void bandwidth(RelayHour state, JsonGenerator json) {
    SimulatedRelay relay = state.relay();
    time("last_restarted", state.lastRestarted(), json);
    json.writeNumberProperty("bandwidth_rate", relay.rateLimit().rate());
    json.writeNumberProperty("bandwidth_burst", relay.rateLimit().burst());
    json.writeNumberProperty("observed_bandwidth", state.descriptor().observedBandwidth());
    json.writeNumberProperty("advertised_bandwidth", state.descriptor().advertisedBandwidth());
    state
        .overloadedAt()
        .ifPresent(at -> json.writeNumberProperty("overload_general_timestamp", at * 1000));
  }

  private void policy(SimulatedRelay relay, JsonGenerator json) {
    ExitPolicy policy = relay.exitPolicy();
    strings("exit_policy", policy.lines(relay.ipv4(hour.tick())), json);
    summary("exit_policy_summary", policy, json);
    if (relay.exit() && relay.ipv6().isPresent()) {
      summary("exit_policy_v6_summary", policy, json);
    }
  }

  private void software(RelayHour state, JsonGenerator json) {
    String contact = state.relay().contact(hour.tick());
    if (contact != null) {
      json.writeStringProperty("contact", contact);
    }
    Software software = state.relay().software(hour.tick());
    json.writeStringProperty("platform", software.platformLine());
    json.writeStringProperty("version", software.version());
    json.writeStringProperty("version_status", software.status());
  }

  private void family(RelayHour state, JsonGenerator json) {
    fingerprints("effective_family", state.family().effective(), json);
    fingerprints("alleged_family", state.family().alleged(), json);
    fingerprints("indirect_family", state.family().indirect(), json);
  }

  private void weights(RelayHour state, JsonGenerator json) {
    PathWeights weights = hour.weights();
    if (state.running()) {
      // Upstream computes and prints these in single precision.
      json.writeNumberProperty("consensus_weight_fraction", (float) weights.fraction(state));
      json.writeNumberProperty("guard_probability", (float) weights.guardProbability(state));
      json.writeNumberProperty("middle_probability", (float) weights.middleProbability(state));
      json.writeNumberProperty("exit_probability", (float) weights.exitProbability(state));
    }
    SimulatedRelay relay = state.relay();
    json.writeBooleanProperty("recommended_version", relay.software(hour.tick()).recommended());
    json.writeBooleanProperty("measured", state.measured());
    relay
        .ipv6()
        .filter(_ -> !relay.ipv6Reachable())
        .ifPresent(address -> strings("unreachable_or_addresses", List.of(address), json));
  }

  private void fingerprints(String name, List<String> fingerprints, JsonGenerator json) {
    if (!fingerprints.isEmpty()) {
      json.writeName(name);
      json.writeRawValue(rendered.computeIfAbsent(fingerprints, RelayRecord::render));
    }
  }

  private static SerializedString render(List<String> fingerprints) {
    return new SerializedString("[\"" + String.join("\",\"", fingerprints) + "\"]");
  }

  private static void summary(String name, ExitPolicy policy, JsonGenerator json) {
    json.writeObjectPropertyStart(name);
    strings(policy.verb(), policy.ports(), json);
    json.writeEndObject();
  }

  private static void time(String name, long epochSecond, JsonGenerator json) {
    json.writeStringProperty(name, Timestamps.text(epochSecond));
  }

  private static void strings(String name, List<String> values, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }
}
