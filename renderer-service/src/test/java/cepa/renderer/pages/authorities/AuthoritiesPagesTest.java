package cepa.renderer.pages.authorities;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Fingerprint;
import cepa.model.consensus.Authorities;
import cepa.model.consensus.Authorities.Authority;
import cepa.model.consensus.AuthorityAlert;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.ConsensusMethods;
import cepa.model.consensus.FlagThresholds;
import cepa.model.consensus.ParameterVotes;
import cepa.model.consensus.VoteColumns;
import cepa.model.consensus.Voter;
import cepa.renderer.pages.Golden;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import cepa.testing.model.NetworkBuilder;
import cepa.testing.model.Networks;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AuthoritiesPagesTest {

  private static final String PATH = "/misc/authorities.html";

  private static final FlagThresholds THRESHOLDS =
      new FlagThresholds(
          0.98,
          691_200L,
          2_500_000L,
          2_400_000L,
          102_000L,
          864_000L,
          null,
          true,
          null,
          0.9801,
          90_000L);

  /// One authority that is well, one in trouble, one that is only configured.
  private static NetworkBuilder withAuthorities(NetworkBuilder network, String name) {
    return network
        .part(
            new ConsensusEvaluations(
                null,
                List.of(
                    voter("alfa", Voter.State.COUNTED, THRESHOLDS),
                    voter("bravo", Voter.State.STALE, FlagThresholds.NONE),
                    voter("charlie", Voter.State.MISSING, FlagThresholds.NONE)),
                List.of(
                    withoutRelays(network.build().relays().size()),
                    VoteColumns.none(),
                    VoteColumns.none()),
                List.of(),
                List.of()))
        .part(
            new Authorities(
                List.of(
                    authority(name, 0, 0, new Authorities.Probe(true, 35.4, null, null), 0.4),
                    authority("bravo", 1, 1, new Authorities.Probe(false, null, "<b>", null), -2.5),
                    authority("charlie", null, 2, null, null)),
                List.of(name),
                new ConsensusMethods(
                    Map.of("alfa", List.of(32, 33, 34), "bravo", List.of(32)),
                    Map.of(32, 2, 33, 1, 34, 1),
                    33,
                    false,
                    3),
                List.of(ParameterVotes.of("use-family-ids", Map.of("alfa", 1), 9, null)),
                Authorities.Freshness.STALE,
                null,
                new Authorities.Versions(1, 1),
                new Authorities.Probes(1, 0, 1),
                List.of(
                    new AuthorityAlert(AuthorityAlert.Kind.DOWN, 1, null, null),
                    new AuthorityAlert(AuthorityAlert.Kind.LOW_UPTIME, 1, -2.5, null),
                    new AuthorityAlert(AuthorityAlert.Kind.UNKNOWN_VOTER, null, null, name))));
  }

  /// A vote that lists none of the model's relays.
  private static VoteColumns withoutRelays(int relays) {
    long[] flags = new long[relays];
    Arrays.fill(flags, VoteColumns.UNKNOWN);
    VoteColumns none = VoteColumns.none();
    return new VoteColumns(
        flags,
        none.bandwidth(),
        none.measured(),
        none.scanned(),
        none.wfu(),
        none.timeKnown(),
        none.mtbf(),
        none.ipv6(),
        none.published());
  }

  private static Voter voter(String name, Voter.State state, FlagThresholds thresholds) {
    boolean known = state != Voter.State.MISSING;
    return new Voter(
        name,
        Fingerprint.of("D".repeat(40)),
        "DE",
        null,
        state,
        known ? Networks.AS_OF : null,
        null,
        known ? 9_123 : 0,
        known,
        false,
        thresholds);
  }

  private static Authority authority(
      String name,
      @Nullable Integer relay,
      int voter,
      Authorities.@Nullable Probe probe,
      @Nullable Double score) {
    return new Authority(
        name,
        relay,
        voter,
        probe,
        null,
        score,
        score == null
            ? null
            : score > 0 ? Authority.UptimeClass.ABOVE_AVERAGE : Authority.UptimeClass.PROBLEM,
        null);
  }

  @Test
  @Tag("golden")
  void page_looksLikeThis() {
    RenderedSite site = RenderedSite.of(withAuthorities(SampleNetworks.small(), "alfa"));
    Golden.check(getClass(), "authorities.golden.html", site.html(PATH));
    Golden.check(
        getClass(), "authorities.golden.json", Golden.pretty(site.twin("/misc/authorities.json")));
  }

  @Test
  @Tag("golden")
  void pageOfAHostileNetwork_looksLikeThis() {
    RenderedSite site =
        RenderedSite.of(
            withAuthorities(SampleNetworks.hostile(), String.join(" ", SampleNetworks.ATTACKS)));
    Golden.check(getClass(), "authorities-hostile.golden.html", site.html(PATH));
  }

  @Test
  void withoutVotes_nothingSaysZero() {
    Document page = RenderedSite.of(SampleNetworks.small()).page(PATH);
    assertThat(page.select(".lead").text()).contains("not known in this build");
    assertThat(page.select("dl.figures dd").eachText()).first().asString().startsWith("unknown");
    assertThat(page.select("#flag-thresholds + .unavailable").text())
        .isEqualTo("No votes in this build");
  }
}
