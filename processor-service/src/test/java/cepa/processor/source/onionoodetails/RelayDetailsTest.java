package cepa.processor.source.onionoodetails;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Contact;
import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.processor.JsonFields;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelayDetailsTest {

  private static final String A = "A".repeat(40);
  private static final String B = "B".repeat(40);

  private static final String WHOLE =
      """
      {"nickname":"Zwiebel","fingerprint":"%1$s","or_addresses":["192.0.2.1:9001","[2001:db8::1]:9001"],
       "exit_addresses":["192.0.2.9"],"dir_address":"192.0.2.1:9030","last_seen":"2026-01-15 12:00:00",
       "last_changed_address_or_port":"2025-06-01 00:00:00","first_seen":"2024-03-01 05:06:07","running":true,
       "hibernating":false,"flags":["Valid","Exit","Running"],"country":"de","country_name":"Germany",
       "region_name":"Hesse","city_name":"Frankfurt","latitude":50.1,"longitude":8.6,"as":"AS64496",
       "as_name":"Example & Net","consensus_weight":1000,"verified_host_names":["a.example"],
       "unverified_host_names":["b.example"],"last_restarted":"2026-01-02 03:04:05","bandwidth_rate":1,
       "bandwidth_burst":2,"observed_bandwidth":3,"advertised_bandwidth":4,
       "overload_general_timestamp":1768478400000,"exit_policy":["accept *:80","reject *:*"],
       "exit_policy_summary":{"accept":["80"]},"exit_policy_v6_summary":{"reject":["1-79","81-65535"]},
       "contact":"op <op AT example>","platform":"Tor 0.4.8.21 on Linux","version":"0.4.8.21",
       "recommended_version":true,"version_status":"recommended","effective_family":["$%2$s","%1$s"],
       "alleged_family":["%2$s"],"indirect_family":[],"consensus_weight_fraction":0.25,
       "guard_probability":0.0,"middle_probability":0.1,"exit_probability":0.2,"measured":true,
       "unreachable_or_addresses":["198.51.100.1:1"],"something_new":{"deep":[1,2,{"er":null}]}}
      """
          .formatted(A, B);

  @Test
  void everyFieldIsRead() {
    assertThat(relay(WHOLE))
        .isEqualTo(
            new RelayDetails(
                Fingerprint.of(A),
                "Zwiebel",
                true,
                List.of("Exit", "Running", "Valid"),
                new Relay.Addresses(
                    List.of("192.0.2.1:9001", "[2001:db8::1]:9001"),
                    List.of("192.0.2.9"),
                    "192.0.2.1:9030",
                    List.of("198.51.100.1:1"),
                    List.of("a.example"),
                    List.of("b.example")),
                new Relay.Place("DE", "Germany", "Hesse", "Frankfurt", 50.1, 8.6),
                new Relay.Network("AS64496", "Example & Net"),
                new Relay.Times(
                    Instant.parse("2024-03-01T05:06:07Z"),
                    Instant.parse("2026-01-15T12:00:00Z"),
                    Instant.parse("2026-01-02T03:04:05Z"),
                    Instant.parse("2025-06-01T00:00:00Z")),
                new Relay.Bandwidth(3L, 4L, 1L, 2L),
                new Relay.Weight(1000L, 0.25, 0.0, 0.1, 0.2, true),
                new Relay.Software(
                    "Tor 0.4.8.21 on Linux", "Linux", "0.4.8.21", true, "recommended"),
                new Relay.ExitPolicy(
                    List.of("accept *:80", "reject *:*"),
                    new Relay.PortSummary(true, List.of("80")),
                    new Relay.PortSummary(false, List.of("1-79", "81-65535"))),
                Contact.of("op <op AT example>"),
                List.of(Fingerprint.of(A), Fingerprint.of(B)),
                List.of(Fingerprint.of(B)),
                List.of(),
                false,
                Instant.parse("2026-01-15T12:00:00Z")));
  }

  @Test
  void nothingButAFingerprint_isARelayOfWhichNothingIsKnown() {
    RelayDetails relay =
        relay("{\"fingerprint\":\"" + A.toLowerCase(java.util.Locale.ROOT) + "\"}");

    assertThat(relay.fingerprint()).isEqualTo(Fingerprint.of(A));
    assertThat(relay.nickname()).isEmpty();
    assertThat(relay.running()).isFalse();
    assertThat(relay.flags()).isEmpty();
    assertThat(relay.place()).isNull();
    assertThat(relay.network()).isNull();
    assertThat(relay.bandwidth()).isEqualTo(new Relay.Bandwidth(null, null, null, null));
    assertThat(relay.bandwidth().observedOrZero()).isZero();
    assertThat(relay.weight()).isEqualTo(new Relay.Weight(null, null, null, null, null, null));
    assertThat(relay.contact()).isEqualTo(Contact.of(null));
    assertThat(relay.hibernating()).isNull();
    assertThat(relay.overloadedAt()).isNull();
    assertThat(relay.exitPolicy().ipv4()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "{\"fingerprint\":null}",
        "{\"fingerprint\":7}",
        "{\"fingerprint\":\"../../etc/passwd\"}",
        "{\"fingerprint\":\"AAAA\"}",
        "{\"fingerprint\":",
        ""
      })
  void withoutFingerprint_itIsNoRelay(String json) {
    assertThat(read(json)).isNull();
  }

  static Stream<String> fields() {
    return Stream.of(
            "nickname or_addresses exit_addresses dir_address last_seen first_seen running"
                + " hibernating flags country country_name region_name city_name latitude longitude"
                + " as as_name consensus_weight verified_host_names unverified_host_names"
                + " last_restarted last_changed_address_or_port bandwidth_rate bandwidth_burst"
                + " observed_bandwidth advertised_bandwidth overload_general_timestamp exit_policy"
                + " exit_policy_summary exit_policy_v6_summary contact platform version"
                + " recommended_version version_status effective_family alleged_family"
                + " indirect_family consensus_weight_fraction guard_probability middle_probability"
                + " exit_probability measured unreachable_or_addresses")
        .flatMap(names -> Stream.of(names.split(" ")));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void aBadField_neverLosesTheRelayNorItsOtherFields(String field) {
    for (String bad :
        List.of(
            "null",
            "{}",
            "[]",
            "[null,7,{},[\"x\"]]",
            "7.5",
            "-1",
            "1e400",
            "123456789012345678901234567890",
            "true",
            "\"\"",
            "\"true\"",
            "\"../../etc/passwd\\n\"",
            "\"\\u0000\\u001b[31m\\ud800\"",
            "\"" + "a".repeat(100_000) + "\"",
            "{\"accept\":7,\"reject\":{}}")) {
      RelayDetails relay =
          relay("{\"%s\":%s,\"fingerprint\":\"%s\",\"something\":1}".formatted(field, bad, A));
      assertThat(relay.fingerprint()).as("%s: %s", field, bad).isEqualTo(Fingerprint.of(A));
    }
    RelayDetails whole = relay(WHOLE.replace("\"" + field + "\":", "\"" + field + "_gone\":"));
    assertThat(whole.fingerprint()).isEqualTo(Fingerprint.of(A));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-1", "1.5", "\"5\"", "true", "null", "1e400", "99999999999999999999", "[3]"})
  void numberThatIsNone_isUnknown_neverZero(String bad) {
    RelayDetails relay =
        relay("{\"fingerprint\":\"%s\",\"observed_bandwidth\":%s}".formatted(A, bad));
    assertThat(relay.bandwidth().observed()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "1.1", "1e400", "\"0.5\"", "null", "[]"})
  void shareOutsideOfItsRange_isUnknown(String bad) {
    RelayDetails relay =
        relay("{\"fingerprint\":\"%s\",\"consensus_weight_fraction\":%s}".formatted(A, bad));
    assertThat(relay.weight().fraction()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-30 00:00:00",
        "2026-01-15",
        "2026-01-15T12:00:00",
        "2026-01-15 12:00:00 ",
        "2026-01-15 24:00:00",
        "+999999999-01-01 00:00:00",
        "-001-01-01 00:00:00",
        "../../etc/passwd/00"
      })
  void timeThatIsNone_isUnknown(String bad) {
    RelayDetails relay = relay("{\"fingerprint\":\"%s\",\"first_seen\":\"%s\"}".formatted(A, bad));
    assertThat(relay.times().firstSeen()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "d", "deu", "d3", "..", "../../etc/passwd", "d\\n", "ΔΕ"})
  void countryThatIsNone_isUnknown(String bad) {
    RelayDetails relay = relay("{\"fingerprint\":\"%s\",\"country\":\"%s\"}".formatted(A, bad));
    assertThat(relay.place()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "64496", "AS", "ASx", "AS12345678901", "as1", "AS1 ", "AS1\\n", "AS-1"})
  void networkThatIsNone_isUnknown(String bad) {
    RelayDetails relay = relay("{\"fingerprint\":\"%s\",\"as\":\"%s\"}".formatted(A, bad));
    assertThat(relay.network()).isNull();
  }

  @Test
  void networkNumber_hasNoLeadingZeros() {
    RelayDetails relay = relay("{\"fingerprint\":\"%s\",\"as\":\"AS0064496\"}".formatted(A));
    assertThat(Objects.requireNonNull(relay.network()).number()).isEqualTo("AS64496");
  }

  @Test
  void bytesThatAreNoUtf8_becomeReplacementCharacters_andTheRelayStays() {
    byte[] json = "{\"fingerprint\":\"%s\",\"contact\":\"a?b\"}".formatted(A).getBytes(UTF_8);
    json[new String(json, UTF_8).indexOf('?')] = (byte) 0xff;

    RelayDetails relay =
        RelayDetails.from(Objects.requireNonNull(JsonFields.parse(json)), new Interning());

    assertThat(Objects.requireNonNull(relay).contact().text()).isEqualTo("a\ufffdb");
  }

  @Test
  void familyMembersThatAreNone_areLeftOut() {
    RelayDetails relay =
        relay(
            "{\"fingerprint\":\"%1$s\",\"effective_family\":[\"%2$s\",\"x\",null,\"$%1$s\",\"%1$s\"]}"
                .formatted(A, B));
    assertThat(relay.effectiveFamily()).containsExactly(Fingerprint.of(A), Fingerprint.of(B));
  }

  @Test
  void emptyPolicySummary_isUnknown() {
    RelayDetails relay =
        relay("{\"fingerprint\":\"%s\",\"exit_policy_summary\":{\"reject\":[]}}".formatted(A));
    assertThat(relay.exitPolicy().ipv4()).isNull();
  }

  private static RelayDetails relay(String json) {
    return Objects.requireNonNull(read(json));
  }

  private static @Nullable RelayDetails read(String json) {
    JsonFields fields = JsonFields.parse(json.getBytes(UTF_8));
    return fields == null ? null : RelayDetails.from(fields, new Interning());
  }
}
