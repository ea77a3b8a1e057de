package cepa.processor.source.onionoodetails;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.json.Json;
import cepa.processor.JsonFields;
import cepa.processor.source.HostileRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whatever a record holds, it is a relay or none.
class RelayDetailsFuzzTest {

  private static final String RECORD =
      "{\"fingerprint\":\""
          + "A".repeat(40)
          + "\",\"nickname\":\"n\",\"running\":true,"
          + "\"flags\":[\"Fast\"],\"country\":\"de\",\"as\":\"AS1\",\"contact\":\"c\","
          + "\"consensus_weight\":1,\"consensus_weight_fraction\":0.5,\"observed_bandwidth\":1,"
          + "\"first_seen\":\"2026-01-01 00:00:00\",\"or_addresses\":[\"1.2.3.4:9001\"],"
          + "\"exit_policy_summary\":{\"accept\":[\"80\"]},\"effective_family\":[\""
          + "B".repeat(40)
          + "\"],\"platform\":\"Tor 0.4.8.1 on Linux\",\"latitude\":1.5}";

  @Test
  void hostileRecord_isARelayOrNone_andItsFiguresCanBe() {
    List<byte[]> records = new ArrayList<>(HostileRecords.around(RECORD, names()));
    records.addAll(HostileRecords.damaged(RECORD.getBytes(UTF_8), 5_000));
    records.addAll(HostileRecords.random(500));
    for (byte[] hostile : records) {
      RelayDetails relay = read(hostile);
      if (relay != null) {
        assertSound(relay);
      }
    }
    assertThat(read(RECORD.getBytes(UTF_8))).isNotNull();
  }

  private static void assertSound(RelayDetails relay) {
    assertThat(new String(Json.bytes(relay), UTF_8)).doesNotContain("NaN", "Infinity");
  }

  /// Of the members of the record itself.
  private static String[] names() {
    return Pattern.compile("\"(\\w+)\":")
        .matcher(RECORD)
        .results()
        .map(match -> match.group(1))
        .toArray(String[]::new);
  }

  private static @Nullable RelayDetails read(byte[] record) {
    JsonFields fields = JsonFields.parse(record);
    return fields == null ? null : RelayDetails.from(fields, new Interning());
  }
}
