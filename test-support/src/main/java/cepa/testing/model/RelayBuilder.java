package cepa.testing.model;

import cepa.model.Contact;
import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.model.RelayChange;
import cepa.model.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Describes one relay of a network to be built. Every method changes the builder and returns it.
public final class RelayBuilder {

  private final TreeSet<String> flags = new TreeSet<>(List.of("Fast", "Running", "Valid"));
  private final Map<FamilyKind, List<Fingerprint>> families = new TreeMap<>();
  private final List<RelayChange> changes = new ArrayList<>();
  private final List<Series> series = new ArrayList<>();
  private @Nullable Fingerprint fingerprint;
  private String nickname = "Zwiebel";
  private boolean running = true;
  private Relay.Addresses addresses =
      new Relay.Addresses(
          List.of("192.0.2.1:9001"), List.of(), null, List.of(), List.of(), List.of());
  private Relay.@Nullable Place place = place("DE");
  private Relay.@Nullable Network network = new Relay.Network("AS64496", "Example Net");
  private Relay.Times times =
      new Relay.Times(
          Instant.parse("2024-03-01T00:00:00Z"),
          Networks.AS_OF,
          Instant.parse("2026-01-02T03:04:05Z"),
          Instant.parse("2025-06-01T00:00:00Z"));
  private Relay.Bandwidth bandwidth = bandwidthOf(10_000_000L);
  private Relay.Weight weight = new Relay.Weight(1000L, null, null, null, null, true);
  private Relay.Software software =
      new Relay.Software("Tor 0.4.8.21 on Linux", "Linux", "0.4.8.21", true, "recommended");
  private Relay.ExitPolicy exitPolicy = new Relay.ExitPolicy(List.of("reject *:*"), null, null);
  private @Nullable String contact = "operator@example.org";
  private @Nullable Boolean hibernating;
  private @Nullable Instant overloadedAt;
  private Relay.@Nullable Uptime uptime = new Relay.Uptime(0.99, 0.98, 0.97, null);

  RelayBuilder() {}

  RelayBuilder bare() {
    flags.retainAll(List.of("Running"));
    nickname = "";
    place = null;
    network = null;
    times = new Relay.Times(null, null, null, null);
    bandwidth = new Relay.Bandwidth(null, null, null, null);
    weight = new Relay.Weight(null, null, null, null, null, null);
    software = new Relay.Software(null, null, null, null, null);
    exitPolicy = new Relay.ExitPolicy(List.of(), null, null);
    contact = null;
    uptime = null;
    return this;
  }

  /// Without this call the network numbers its relays: `…0001`, `…0002`.
  public RelayBuilder fingerprint(String hex) {
    return fingerprint(Fingerprint.of(hex));
  }

  public RelayBuilder fingerprint(Fingerprint value) {
    fingerprint = value;
    return this;
  }

  public RelayBuilder nickname(String value) {
    nickname = value;
    return this;
  }

  public RelayBuilder guard() {
    return flag("Guard");
  }

  /// An exit for web ports.
  public RelayBuilder exit() {
    exitPolicy =
        new Relay.ExitPolicy(
            List.of("accept *:80", "accept *:443", "reject *:*"),
            new Relay.PortSummary(true, List.of("80", "443")),
            null);
    return flag("Exit");
  }

  public RelayBuilder flag(String name) {
    flags.add(name);
    return this;
  }

  public RelayBuilder withoutFlag(String name) {
    flags.remove(name);
    return this;
  }

  /// Not running, last seen then.
  public RelayBuilder offlineSince(Instant lastSeen) {
    running = false;
    flags.remove("Running");
    times =
        new Relay.Times(
            times.firstSeen(), lastSeen, times.lastRestarted(), times.lastChangedAddress());
    return this;
  }

  /// @param country two letters in either case; the name follows
  public RelayBuilder in(String country) {
    return at(place(country.toUpperCase(Locale.ROOT)));
  }

  public RelayBuilder at(Relay.@Nullable Place value) {
    place = value;
    return this;
  }

  public RelayBuilder nowhere() {
    return at(null);
  }

  public RelayBuilder network(String number, @Nullable String name) {
    network = new Relay.Network(number, name);
    return this;
  }

  public RelayBuilder withoutNetwork() {
    network = null;
    return this;
  }

  public RelayBuilder addresses(Relay.Addresses value) {
    addresses = value;
    return this;
  }

  /// Addresses for onion routing, the primary one first.
  public RelayBuilder addresses(String... or) {
    return addresses(
        new Relay.Addresses(List.of(or), List.of(), null, List.of(), List.of(), List.of()));
  }

  public RelayBuilder times(Relay.Times value) {
    times = value;
    return this;
  }

  public RelayBuilder firstSeen(Instant value) {
    return times(
        new Relay.Times(
            value, times.lastSeen(), times.lastRestarted(), times.lastChangedAddress()));
  }

  public RelayBuilder bandwidth(Relay.Bandwidth value) {
    bandwidth = value;
    return this;
  }

  /// Observed bandwidth in bytes per second; the limits are twice and three times as high.
  public RelayBuilder bandwidth(long observedBytesPerSecond) {
    return bandwidth(bandwidthOf(observedBytesPerSecond));
  }

  public RelayBuilder weight(Relay.Weight value) {
    weight = value;
    return this;
  }

  /// Weight in the consensus; the fractions follow when the network is built.
  public RelayBuilder weight(long consensusWeight) {
    return weight(new Relay.Weight(consensusWeight, null, null, null, null, weight.measured()));
  }

  public RelayBuilder software(Relay.Software value) {
    software = value;
    return this;
  }

  public RelayBuilder version(String version, boolean recommended) {
    String platform = software.platform();
    return software(
        new Relay.Software(
            "Tor " + version + " on " + platform,
            platform,
            version,
            recommended,
            recommended ? "recommended" : "obsolete"));
  }

  public RelayBuilder platform(String platform) {
    return software(
        new Relay.Software(
            "Tor " + software.version() + " on " + platform,
            platform,
            software.version(),
            software.recommended(),
            software.status()));
  }

  public RelayBuilder exitPolicy(Relay.ExitPolicy value) {
    exitPolicy = value;
    return this;
  }

  public RelayBuilder contact(@Nullable String value) {
    contact = value;
    return this;
  }

  public RelayBuilder hibernating(@Nullable Boolean value) {
    hibernating = value;
    return this;
  }

  public RelayBuilder overloadedAt(@Nullable Instant value) {
    overloadedAt = value;
    return this;
  }

  public RelayBuilder uptime(Relay.@Nullable Uptime value) {
    uptime = value;
    return this;
  }

  /// @param members all of them, the relay itself included
  public RelayBuilder family(Fingerprint... members) {
    return family(FamilyKind.EFFECTIVE, members);
  }

  public RelayBuilder allegedFamily(Fingerprint... members) {
    return family(FamilyKind.ALLEGED, members);
  }

  public RelayBuilder indirectFamily(Fingerprint... members) {
    return family(FamilyKind.INDIRECT, members);
  }

  private RelayBuilder family(FamilyKind kind, Fingerprint... members) {
    families.put(kind, Arrays.stream(members).distinct().sorted().toList());
    return this;
  }

  /// Adds a change, newest first.
  public RelayBuilder changed(RelayChange change) {
    changes.add(change);
    return this;
  }

  /// Adds a history graph.
  public RelayBuilder series(Series value) {
    series.add(value);
    return this;
  }

  private static Relay.Place place(String country) {
    String name = Locale.of("", country).getDisplayCountry(Locale.ENGLISH);
    return new Relay.Place(country, name, null, null, null, null);
  }

  private static Relay.Bandwidth bandwidthOf(long observed) {
    return new Relay.Bandwidth(observed, observed, 2 * observed, 3 * observed);
  }

  Fingerprint identity(int ordinal) {
    if (fingerprint == null) {
      String digits = Integer.toHexString(ordinal).toUpperCase(Locale.ROOT);
      return Fingerprint.of("0".repeat(40 - digits.length()) + digits);
    }
    return fingerprint;
  }

  List<Series> series() {
    return List.copyOf(series);
  }

  Relay.Weight weight() {
    return weight;
  }

  boolean isRunning() {
    return running;
  }

  Relay build(Fingerprint identity, Relay.Weight weightOfAll, MemberSets sets) {
    return new Relay(
        identity,
        nickname,
        running,
        List.copyOf(flags),
        addresses,
        place,
        network,
        times,
        bandwidth,
        weightOfAll,
        software,
        exitPolicy,
        Contact.of(contact),
        new Relay.Family(
            sets.index(families.get(FamilyKind.EFFECTIVE)),
            sets.index(families.get(FamilyKind.ALLEGED)),
            sets.index(families.get(FamilyKind.INDIRECT))),
        hibernating,
        overloadedAt,
        uptime,
        changes);
  }

  private enum FamilyKind {
    EFFECTIVE,
    ALLEGED,
    INDIRECT
  }
}
