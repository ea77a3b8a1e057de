package cepa.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.junit.jupiter.api.Test;

class InventedZerosTest {

  @Test
  void knownThatBecameZeroOrNo_isFound() {
    assertThat(
            of(
                "{\"uptimePercent\": 97.5, \"measured\": true, \"relays\": 5}",
                "{\"uptimePercent\": 0.0, \"measured\": false, \"relays\": 5}"))
        .containsExactly(
            new InventedZeros.Finding("home", "measured", 1, "index.html", "true", "false"),
            new InventedZeros.Finding("home", "uptimePercent", 1, "index.html", "97.5", "0.0"));
  }

  @Test
  void knownThatBecameUnknownOrWent_isRight() {
    assertThat(of("{\"a\": 3, \"b\": 4, \"list\": [1]}", "{\"a\": null, \"list\": []}")).isEmpty();
  }

  @Test
  void sayingThatItIsNotKnown_isRight() {
    assertThat(
            of(
                "{\"known\": true, \"load\": {\"complete\": true}}",
                "{\"known\": false, \"load\": {\"complete\": false}}"))
        .isEmpty();
  }

  @Test
  void zeroThatWasZero_isRight() {
    assertThat(of("{\"a\": 0}", "{\"a\": 0}")).isEmpty();
  }

  @Test
  void rowsAreComparedByTheirNames() {
    assertThat(
            of(
                "{\"rows\": [{\"key\": \"DE\", \"n\": 3}, {\"key\": \"FR\", \"n\": 0}]}",
                "{\"rows\": [{\"key\": \"FR\", \"n\": 0}, {\"key\": \"DE\", \"n\": 3}]}"))
        .isEmpty();
  }

  private static Collection<InventedZeros.Finding> of(String with, String without) {
    return InventedZeros.of(
        "index.html",
        with.getBytes(StandardCharsets.UTF_8),
        without.getBytes(StandardCharsets.UTF_8));
  }
}
