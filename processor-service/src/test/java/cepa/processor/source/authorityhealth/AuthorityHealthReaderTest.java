package cepa.processor.source.authorityhealth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.consensus.Authorities.Probe;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuthorityHealthReaderTest {

  private final AuthorityHealthReader.Collector collector = new AuthorityHealthReader.Collector();

  @Test
  void probesAreRead_byNameInLowerCase() {
    add(
        "Moria1",
        "{\"name\":\"moria1\",\"online\":true,\"latencyMs\":23.4,\"error\":null,"
            + "\"checkedAt\":\"2026-08-22T15:00:00Z\"}");
    assertThat(collector.data().probes())
        .containsEntry(
            "moria1", new Probe(true, 23.4, null, Instant.parse("2026-08-22T15:00:00Z")));
  }

  @Test
  void whatIsMissing_isUnknown() {
    add("tor26", "{\"online\":false,\"error\":\"refused\",\"checkedAt\":\"today\"}");
    assertThat(collector.data().probes())
        .containsEntry("tor26", new Probe(false, null, "refused", null));
  }

  @Test
  void recordsThatDoNotSayWhether_areCounted() {
    add("a", "[]");
    add("b", "{\"online\":\"yes\"}");
    add("c", "{\"online\":tr");
    assertThat(collector.data().probes()).isEmpty();
    assertThat(collector.data().rejected()).isEqualTo(3);
  }

  @Test
  void absurdLatencies_areUnknown() {
    add("a", "{\"online\":true,\"latencyMs\":-1}");
    add("b", "{\"online\":true,\"latencyMs\":1e300}");
    assertThat(collector.data().probes().values())
        .extracting(Probe::latencyMillis)
        .containsOnlyNulls();
  }

  private void add(String key, String json) {
    collector.add(key, json.getBytes(UTF_8));
  }
}
