package cepa.processor.analysis;

import static cepa.processor.source.TestGraph.aGraph;
import static cepa.processor.source.TestGraph.object;
import static cepa.processor.source.onionoodetails.TestRelay.aRelay;

import cepa.model.Fingerprint;
import cepa.model.consensus.FamilyKeys.Validity;
import cepa.model.validation.ProofType;
import cepa.processor.source.TestGraph;
import cepa.processor.source.aroivalidation.AroiData;
import cepa.processor.source.collectordescriptors.Descriptors;
import cepa.processor.source.collectordescriptors.Descriptors.Certificate;
import cepa.processor.source.collectordescriptors.Descriptors.Descriptor;
import cepa.processor.source.onionoobandwidth.BandwidthData;
import cepa.processor.source.onionoobandwidth.TestBandwidth;
import cepa.processor.source.onionoodetails.TestRelay;
import cepa.processor.source.onionoouptime.TestUptime;
import cepa.processor.source.onionoouptime.UptimeData;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// All sources of a network small enough to be counted by hand: A alpha (exit and guard), B bravo
/// (guard), C charlie (exit), D delta (middle), E echo (guard, offline) and F foxtrot, offline for
/// too long to be of the model. A and B are one operator, C and E another; D and F name nobody.
final class MiniNetwork {

  static final Instant AS_OF = Instant.parse("2025-01-01T12:00:00Z");
  static final String JOHN_DOE = "John Doe <john AT doe DOT org>";

  /// Of the family that alpha declares to be in.
  static final String FAMILY_KEY = "0A".repeat(32);

  private static final String LAST = "2024-12-31 12:00:00";
  private static final String AROI = "ciissversion:2 proof:uri-rsa ";

  private MiniNetwork() {}

  static List<TestRelay> relays() {
    return List.of(
        relay("A", "de", "AS100", 5000, 50_000_000)
            .flags("Exit", "Fast", "Guard", "Running", "Stable", "V2Dir", "Valid")
            .with("consensus_weight_fraction", 0.40)
            .with("advertised_bandwidth", 40_000_000)
            .with("country_name", "Germany")
            .with("first_seen", "2020-01-01 00:00:00")
            .with("last_restarted", "2024-12-20 12:00:00")
            .with("platform", "Tor 0.4.9.2 on Linux")
            .with("version", "0.4.9.2")
            .with("version_status", "recommended")
            .with("recommended_version", true)
            .with("measured", true)
            .with("or_addresses", List.of("11.0.0.1:9001", "[2a01::1]:9001"))
            .with("contact", "email:ops[]a.example " + AROI + "url:https://www.a.example/")
            .with(
                "exit_policy",
                List.of(
                    "reject 0.0.0.0/8:*",
                    "reject 11.0.0.1:*",
                    "accept *:80",
                    "accept *:443",
                    "reject *:*"))
            .with("exit_policy_summary", Map.of("accept", List.of("80", "443")))
            .family("A", "B"),
        relay("B", "us", "AS200", 3000, 30_000_000)
            .flags("Fast", "Guard", "HSDir", "Running", "Stable", "V2Dir", "Valid")
            .with("consensus_weight_fraction", 0.24)
            .with("advertised_bandwidth", 30_000_000)
            .with("first_seen", "2021-06-01 00:00:00")
            .with("last_restarted", "2024-12-31 12:00:00")
            .with("platform", "Tor 0.4.8.13 on FreeBSD")
            .with("version", "0.4.8.13")
            .with("version_status", "recommended")
            .with("recommended_version", true)
            .with("measured", true)
            .with("or_addresses", List.of("11.0.0.2:9001"))
            .with("contact", "mail ops at a " + AROI + "url:a.example")
            .family("A", "B"),
        relay("C", "de", "AS100", 2000, 20_000_000)
            .flags("Exit", "Fast", "Running", "Valid")
            .with("consensus_weight_fraction", 0.16)
            .with("advertised_bandwidth", 25_000_000)
            .with("first_seen", "2024-12-15 00:00:00")
            .with("last_restarted", "2025-01-01 06:00:00")
            .with("platform", "Tor 0.4.8.10 on Linux")
            .with("version", "0.4.8.10")
            .with("version_status", "obsolete")
            .with("recommended_version", false)
            .with("measured", true)
            .with("or_addresses", List.of("11.0.0.3:9001"))
            .with("contact", JOHN_DOE)
            .with("exit_policy", List.of("reject *:25", "reject *:119", "accept *:*"))
            .with("exit_policy_summary", Map.of("reject", List.of("25", "119")))
            .family("C"),
        relay("D", "kz", "AS300", 1500, 12_000_000)
            .flags("Fast", "Running", "V2Dir", "Valid")
            .with("consensus_weight_fraction", 0.12)
            .with("advertised_bandwidth", 12_000_000)
            .with("first_seen", "2023-03-03 03:03:03")
            .with("last_restarted", "2024-06-01 00:00:00")
            .with("platform", "Tor 0.4.9.1-alpha on Linux")
            .with("version", "0.4.9.1-alpha")
            .with("version_status", "experimental")
            .with("recommended_version", false)
            .with("measured", false)
            .with("or_addresses", List.of("11.0.0.4:9001"))
            .with("alleged_family", List.of("B".repeat(40)))
            .family("D"),
        relay("E", "us", "AS200", 1000, 10_000_000)
            .flags("Fast", "Guard", "Valid")
            .offlineSince(Instant.parse("2024-12-30T12:00:00Z"))
            .with("advertised_bandwidth", 10_000_000)
            .with("first_seen", "2022-02-02 02:02:02")
            .with("last_restarted", "2024-11-01 00:00:00")
            .with("platform", "Tor 0.4.8.10 on Linux")
            .with("version", "0.4.8.10")
            .with("version_status", "obsolete")
            .with("recommended_version", false)
            .with("measured", true)
            .with("or_addresses", List.of("11.0.0.5:9001"))
            .with("contact", JOHN_DOE)
            .family("E"),
        relay("F", "fr", "AS400", 500, 9_000_000)
            .flags("Valid")
            .offlineSince(Instant.parse("2024-12-20T12:00:00Z"))
            .with("first_seen", "2022-02-02 02:02:02")
            .with("platform", "Linux")
            .with("or_addresses", List.of("11.0.0.6:9001"))
            .family("F"));
  }

  private static TestRelay relay(
      String digit, String country, String network, int weight, int bandwidth) {
    return aRelay(digit)
        .with("country", country)
        .with("as", network)
        .with("consensus_weight", weight)
        .with("observed_bandwidth", bandwidth);
  }

  static UptimeData uptime() {
    return TestUptime.uptime(
        Map.of(
            "A",
            uptimes(
                flags("Exit", month(900), "Guard", month(950), "Running", month(999)),
                month(999),
                constant(989).as("6_months"),
                constant(979).as("1_year"),
                constant(969).as("5_years")),
            "B",
            uptimes(
                flags("Guard", month(979), "Running", month(979)),
                month(979),
                constant(959).as("6_months")),
            "C",
            uptimes(
                flags("Exit", aGraph().values(999, 20).as("1_month")),
                aGraph().values(999, 20).as("1_month")),
            "D",
            uptimes(flags("Running", month(899)), month(899), constant(799).as("6_months")),
            "E",
            uptimes(flags("Guard", month(400)), month(500))));
  }

  private static TestGraph constant(int value) {
    return aGraph().values(value, 40);
  }

  private static String month(int value) {
    return constant(value).as("1_month");
  }

  private static String uptimes(String flags, String... graphs) {
    return object("\"uptime\":" + object(graphs), "\"flags\":" + flags);
  }

  private static String flags(String... namesAndGraphs) {
    String[] members = new String[namesAndGraphs.length / 2];
    for (int i = 0; i < members.length; i++) {
      members[i] = "\"" + namesAndGraphs[2 * i] + "\":" + object(namesAndGraphs[2 * i + 1]);
    }
    return object(members);
  }

  static BandwidthData bandwidth() {
    return TestBandwidth.bandwidth(
        Map.of(
            "A",
            both(
                graph(20_000).values(999, 60).as("6_months"),
                graph(15_000).interval(864_000).values(999, 40).as("5_years")),
            "B",
            both(graph(10_000).values(500, 30).values(600, 30).as("6_months"))
                .replaceFirst(
                    "\\{",
                    "{\"overload_ratelimits\":{\"rate-limit\":5000000,\"write-count\":2,"
                        + "\"read-count\":1},"),
            "C",
            both(graph(8_000).values(999, 10).as("1_month"))));
  }

  private static TestGraph graph(double factor) {
    return aGraph().factor(factor).last(LAST);
  }

  private static String both(String... graphs) {
    return object("\"read_history\":" + object(graphs), "\"write_history\":" + object(graphs));
  }

  static AroiData aroi() {
    return new AroiData(
        Instant.parse("2025-01-01T10:00:00Z"),
        null,
        Map.of(ProofType.URI_RSA, new AroiData.Proofs(2, 1)),
        Map.of(
            fingerprint("A"),
            new AroiData.Result(true, ProofType.URI_RSA, null),
            fingerprint("B"),
            new AroiData.Result(
                false,
                ProofType.URI_RSA,
                "Fingerprint not found in https://a.example/404/rsa-fingerprint.txt"),
            fingerprint("C"),
            new AroiData.Result(false, null, "Missing AROI fields")),
        0);
  }

  /// Of four relays, one of which declares a family's key.
  static Descriptors descriptors() {
    Instant published = Instant.parse("2025-01-01T06:00:00Z");
    var certificate =
        new Certificate(FAMILY_KEY, Instant.parse("2025-02-01T00:00:00Z"), Validity.VALID);
    return new Descriptors(
        Map.of(
            fingerprint("A"),
            new Descriptor(published, List.of(certificate)),
            fingerprint("B"),
            new Descriptor(published, List.of()),
            fingerprint("C"),
            new Descriptor(published, List.of()),
            fingerprint("D"),
            new Descriptor(published, List.of())),
        Instant.parse("2024-12-31T16:00:00Z"),
        Instant.parse("2025-01-01T12:00:00Z"),
        0);
  }

  private static Fingerprint fingerprint(String digit) {
    return Fingerprint.of(digit.repeat(40));
  }
}
