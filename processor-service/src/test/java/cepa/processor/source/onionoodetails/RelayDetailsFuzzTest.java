package cepa.processor.source.onionoodetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cepa.processor.JsonFields;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
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

  private static final List<String> HOSTILE =
      List.of(
          "null",
          "{}",
          "[]",
          "true",
          "NaN",
          "-0",
          "1e999",
          "9".repeat(400),
          "\"\\ud800\"",
          "\"\\u0000\"",
          "[".repeat(3000),
          "{\"a\":".repeat(600),
          "\"<script>\"",
          "1.5e-320");

  @Test
  void damagedBytes_neverThrow() {
    var random = new Random(4);
    byte[] record = RECORD.getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 5_000; round++) {
      byte[] damaged = record.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      assertThatCode(() -> read(damaged)).doesNotThrowAnyException();
    }
  }

  @Test
  void hostileValues_neverThrow() {
    for (String field : RECORD.split("\"")) {
      if (!RECORD.contains("\"" + field + "\":") || field.equals("fingerprint")) {
        continue;
      }
      for (String value : HOSTILE) {
        // The later one of two with the same name, too.
        String twice =
            RECORD.substring(0, RECORD.length() - 1) + ",\"" + field + "\":" + value + "}";
        assertThatCode(() -> read(twice.getBytes(StandardCharsets.UTF_8)))
            .as(field + ": " + value.substring(0, Math.min(20, value.length())))
            .doesNotThrowAnyException();
      }
    }
    assertThat(read(RECORD.getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  private static boolean read(byte[] record) {
    JsonFields fields = JsonFields.parse(record);
    return fields != null && RelayDetails.from(fields, new Interning()) != null;
  }
}
