package cepa.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.error.PermanentException;
import cepa.model.Fingerprint;
import cepa.model.NetworkModel;
import cepa.testing.model.Networks;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PackedJsonTest {

  private record Sample(Instant at, Map<Fingerprint, Integer> counts, Fingerprint relay) {}

  @Test
  void equalValues_haveEqualBytes() {
    assertThat(PackedJson.pack(Networks.aNetworkOf(50, 7).build()))
        .isEqualTo(PackedJson.pack(Networks.aNetworkOf(50, 7).build()));
  }

  @Test
  void aNetworkComesBackAsItWas() {
    NetworkModel model = Networks.aNetworkOf(50, 7).build();
    assertThat(PackedJson.unpack(PackedJson.pack(model), NetworkModel.class)).isEqualTo(model);
  }

  @Test
  void fingerprintsAreText_alsoAsKeys_andInstantsToTheNanosecond() {
    var relay = Fingerprint.of("A".repeat(40));
    var sample =
        new Sample(
            Instant.parse("2026-01-15T12:00:00.123456789Z"),
            new TreeMap<>(Map.of(relay, 1)),
            relay);

    assertThat(new String(Json.bytes(sample), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"at\":\"2026-01-15T12:00:00.123456789Z\",\"counts\":{\"%1$s\":1},\"relay\":\"%1$s\"}"
                .formatted("A".repeat(40)));
    assertThat(Json.read(Json.bytes(sample), Sample.class)).isEqualTo(sample);
  }

  @Test
  void unknownFields_areIgnored() {
    byte[] json =
        ("{\"at\":\"2026-01-15T12:00:00Z\",\"counts\":{},\"new\":{\"a\":[1]},\"relay\":\""
                + "A".repeat(40)
                + "\"}")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(Json.read(json, Sample.class).counts()).isEmpty();
  }

  @Test
  void equalTexts_areOneObject_whereverTheyStand() {
    record Texts(List<String> lines, String one) {}
    var read =
        PackedJson.unpack(
            PackedJson.pack(new Texts(List.of("reject *:*", "é😀", "reject *:*"), "é😀")),
            Texts.class);

    assertThat(read.lines()).containsExactly("reject *:*", "é😀", "reject *:*");
    assertThat(read.lines().getFirst()).isSameAs(read.lines().getLast());
    assertThat(read.one()).isSameAs(read.lines().get(1));
  }

  @Test
  void damagedBytes_areSaidToBeDamaged() {
    byte[] packed = PackedJson.pack(Map.of("a", "b".repeat(1000)));

    assertThatThrownBy(() -> PackedJson.unpack(Arrays.copyOf(packed, packed.length / 2), Map.class))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("damaged");
    assertThatThrownBy(() -> PackedJson.unpack(PackedJson.pack("text"), Sample.class))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("Sample");
  }
}
