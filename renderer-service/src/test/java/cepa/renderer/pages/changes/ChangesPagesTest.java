package cepa.renderer.pages.changes;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.RelayChange;
import cepa.renderer.SitePath;
import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import cepa.testing.model.NetworkBuilder;
import cepa.testing.model.Networks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ChangesPagesTest {

  private static final Instant NOW = Networks.AS_OF;

  private static NetworkBuilder network() {
    return SampleNetworks.small()
        .with(
            Networks.aRelay()
                .nickname("mover")
                .changed(change(NOW, RelayChange.Kind.STARTED, null, null))
                .changed(change(NOW, RelayChange.Kind.VERSION, "0.4.8.20", "0.4.8.21"))
                .changed(change(hours(1), RelayChange.Kind.STOPPED, null, null))
                .changed(change(hours(30), RelayChange.Kind.CONTACT, "a", "b"))
                .changed(change(hours(24 * 14), RelayChange.Kind.APPEARED, null, null)));
  }

  @Test
  @Tag("golden")
  void pages_lookLikeThis() {
    RenderedSite site = RenderedSite.of(network());
    Golden.check(getClass(), "changes.golden.html", site.html("/changes/"));
    Golden.check(getClass(), "day.golden.html", site.html("/changes/2026-01-15/"));
    Golden.check(
        getClass(), "day.golden.json", Golden.pretty(site.twin("/changes/2026-01-15/index.json")));
  }

  @Test
  @Tag("golden")
  void dayOfAHostileRelay_looksLikeThis() {
    RenderedSite site = RenderedSite.of(SampleNetworks.hostile());
    Golden.check(getClass(), "day-hostile.golden.html", site.html("/changes/2026-01-15/"));
  }

  @Test
  void days_areToldUpToABound() {
    RenderedSite site = RenderedSite.of(network());
    assertThat(site.page("/changes/").select("tbody th").eachText())
        .containsExactly("2026-01-15", "2026-01-14", "2026-01-12", "2026-01-03");
    assertThat(site.pages()).doesNotContainKey("/changes/2026-01-01/");
  }

  @Test
  void changesOfADay_areNewestFirst() {
    assertThat(
            RenderedSite.of(network())
                .page("/changes/2026-01-15/")
                .select("#relays + .scroll tbody td:nth-child(2)")
                .eachText())
        .containsExactly("Running again", "Version", "Stopped running");
  }

  @Test
  void networkWithoutHistory_saysWhenItBegins() {
    assertThat(
            RenderedSite.of(Networks.aNetwork().with(Networks.aRelay()))
                .page("/changes/")
                .select(".lead")
                .text())
        .contains("begin with the second one");
  }

  @Test
  void manyChanges_arePagedAndBounded() {
    var network = Networks.aNetwork();
    for (int i = 0; i < 10_001; i++) {
      network.with(Networks.aRelay().changed(change(NOW, RelayChange.Kind.APPEARED, null, null)));
    }
    List<String> pages =
        RenderedSite.paths(network.load("m1")).stream()
            .map(SitePath::path)
            .filter(path -> path.startsWith("/changes/2026-01-15/"))
            .toList();
    assertThat(pages).hasSize(20).contains("/changes/2026-01-15/20/");
  }

  private static Instant hours(int ago) {
    return NOW.minus(Duration.ofHours(ago));
  }

  private static RelayChange change(
      Instant at, RelayChange.Kind kind, @Nullable String from, @Nullable String to) {
    return new RelayChange(at, kind, from, to);
  }
}
