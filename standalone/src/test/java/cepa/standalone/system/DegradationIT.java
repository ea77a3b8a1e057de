package cepa.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.build.BuildManifest;
import cepa.fetcher.FetchOutcome;
import cepa.simulator.fault.FaultText;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every source down, slow, broken, stale or absurd, the first time and later. All sources of a
/// round fail at the same time, each in another way, so that one never leans on the other; five
/// rounds show every source every fault.
@Tag("system")
class DegradationIT {

  /// How a source can fail.
  enum Fault {
    DOWN("status:500"),
    SLOW("hang:60"),
    BROKEN("cut:0.6"),
    STALE("absurd:older"),
    ABSURD("absurd:empty");

    private final String kind;

    Fault(String kind) {
      this.kind = kind;
    }
  }

  /// Where each source is asked, by source.
  private static final Map<String, String> PATHS =
      new TreeMap<>(
          Map.of(
              "onionoo-uptime", "/uptime",
              "onionoo-bandwidth", "/bandwidth",
              "aroi-validation", "/latest.json",
              "collector-consensus", "/recent/relay-descriptors/consensuses/",
              "collector-votes", "/recent/relay-descriptors/votes/",
              "collector-bandwidths", "/recent/relay-descriptors/bandwidths/",
              "collector-descriptors", "/recent/relay-descriptors/server-descriptors/"));

  @ParameterizedTest
  @EnumSource(Fault.class)
  void optionalSourcesThatFail_neverStopTheSite(Fault first, @TempDir Path temporary)
      throws Exception {
    try (var site = new RunningSite(temporary.resolve("data"), 60, impatient())) {
      Map<String, Fault> faults = faults(first);
      breakAll(site, faults);
      Map<String, FetchOutcome> outcomes = site.outcomes(0);
      // Nothing was accepted yet: what fails is missing, and everything else is there.
      BuildManifest built = site.awaitBuildOf(outcomes);
      for (String source : PATHS.keySet()) {
        assertThat(built.plan().inputs().containsKey(source))
            .as("first run: %s %s is used: %s", source, faults.get(source), outcomes.get(source))
            .isEqualTo(isUsable(outcomes.get(source)));
      }
      assertThat(built.plan().inputs()).containsKeys("onionoo-details", "authority-health");

      // An hour later, as a document held in quarantine stays there until upstream has another.
      site.upstream().faults().clear();
      BuildManifest whole = site.awaitBuildOf(site.outcomes(1));
      assertThat(whole.plan().inputs()).as("all well again").containsKeys(paths());

      breakAll(site, faults);
      Map<String, FetchOutcome> later = site.outcomes(2);
      BuildManifest after = site.awaitBuildOf(later);
      for (String source : PATHS.keySet()) {
        String before = whole.plan().inputs().get(source);
        if (!isUsable(later.get(source))) {
          assertThat(after.plan().inputs().get(source))
              .as("later run: %s %s keeps the last good one", source, faults.get(source))
              .isEqualTo(before);
        }
      }
      assertThat(after.plan().inputs().get("onionoo-details"))
          .isNotEqualTo(whole.plan().inputs().get("onionoo-details"));
    }
  }

  @Test
  void detailsThatFail_leaveTheSiteAsItIs(@TempDir Path temporary) throws Exception {
    try (var site = new RunningSite(temporary.resolve("data"), 30, impatient())) {
      for (Fault fault : List.of(Fault.DOWN, Fault.SLOW, Fault.BROKEN, Fault.ABSURD)) {
        assertThat(isUsable(detailsWith(fault, site, 0))).as("first run: %s", fault).isFalse();
        assertThat(site.live()).as("no site without details: %s", fault).isEmpty();
      }
      String live = site.awaitLive(0);
      for (Fault fault : Fault.values()) {
        assertThat(isUsable(detailsWith(fault, site, 1))).as("later run: %s", fault).isFalse();
        assertThat(site.details(site.live())).as("%s", fault).isEqualTo(site.details(live));
      }
      assertThat(site.details(site.awaitLive(1))).isNotEqualTo(site.details(live));
    }
  }

  private static @Nullable FetchOutcome detailsWith(Fault fault, RunningSite site, int tick)
      throws InterruptedException {
    site.upstream().faults().add(FaultText.parse("/details:" + fault.kind));
    try {
      return site.outcomes(tick).get("onionoo-details");
    } finally {
      site.upstream().faults().clear();
    }
  }

  private static boolean isUsable(@Nullable FetchOutcome outcome) {
    return outcome instanceof FetchOutcome.Published
        || (outcome instanceof FetchOutcome.Unchanged unchanged && unchanged.quarantine() == null);
  }

  private static String[] paths() {
    return PATHS.keySet().toArray(String[]::new);
  }

  /// Each source its own fault, rotated by the round.
  private static Map<String, Fault> faults(Fault first) {
    Map<String, Fault> faults = new TreeMap<>();
    List<Fault> kinds = List.of(Fault.values());
    int next = kinds.indexOf(first);
    for (String source : PATHS.keySet()) {
      faults.put(source, kinds.get(next++ % kinds.size()));
    }
    return faults;
  }

  private static void breakAll(RunningSite site, Map<String, Fault> faults) {
    faults.forEach((source, fault) ->
        site.upstream().faults().add(FaultText.parse(PATHS.get(source) + ":" + fault.kind)));
  }

  /// Patience of seconds instead of minutes.
  private static Map<String, String> impatient() {
    Map<String, String> settings = new HashMap<>();
    settings.put("cepa.processor.first-grace", "2s");
    for (String source : PATHS.keySet()) {
      settings.putAll(impatient(source));
    }
    settings.putAll(impatient("onionoo-details"));
    return settings;
  }

  private static Map<String, String> impatient(String source) {
    String prefix = "cepa.fetcher." + source + ".";
    return Map.of(
        prefix + "idle-timeout", "2s",
        prefix + "total-timeout", "4s",
        prefix + "retries", "0",
        prefix + "backoff", "10ms");
  }
}
