package cepa.renderer.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.renderer.testing.MemoryStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssetsTest {

  private final Assets assets =
      new Assets(Map.of("cepa.css", utf8("body{}"), "icons.svg", utf8("<svg/>")));

  @Test
  void pathHoldsTheHashOfTheContent() {
    assertThat(assets.path("cepa.css")).matches("/assets/cepa\\.[0-9a-f]{16}\\.css");
    assertThat(new Assets(Map.of("cepa.css", utf8("body{ }"))).path("cepa.css"))
        .isNotEqualTo(assets.path("cepa.css"));
    assertThat(assets.path("other.css")).isNull();
  }

  @Test
  void typesFollowFromTheEnding() {
    assertThat(assets.all())
        .extracting(Assets.Asset::type)
        .containsExactly("text/css; charset=utf-8", "image/svg+xml");
  }

  @Test
  void unknownType_isRefused() {
    assertThatThrownBy(() -> new Assets(Map.of("a.exe", new byte[0])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.exe");
  }

  @Test
  void publishing_putsWhatIsMissingOnceABuild() {
    var store = new MemoryStore();
    var publisher = new AssetPublisher(store, assets, Clock.systemUTC());
    publisher.publish("b1");
    assertThat(store.takePuts()).hasSize(2);

    publisher.publish("b1");
    publisher.publish("b2");
    assertThat(store.takePuts()).isEmpty();
  }

  @Test
  void publishing_refreshesAssetsPutLongAgo() {
    var store = new MemoryStore();
    new AssetPublisher(store, assets, Clock.systemUTC()).publish("b1");
    store.takePuts();
    Instant later = Instant.now().plus(Duration.ofDays(2));

    new AssetPublisher(store, assets, Clock.fixed(later, ZoneOffset.UTC)).publish("b2");

    assertThat(store.takePuts()).hasSize(2);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
