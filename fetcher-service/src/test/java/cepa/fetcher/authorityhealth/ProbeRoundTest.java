package cepa.fetcher.authorityhealth;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.fetcher.AttemptMeter;
import cepa.fetcher.DownloadContext;
import cepa.fetcher.Downloaded;
import cepa.fetcher.Downloaded.Obtained;
import cepa.fetcher.SplitDocument;
import cepa.fetcher.Spool;
import cepa.fetcher.SpooledDocument;
import cepa.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Probes of real sockets.
@Timeout(60)
class ProbeRoundTest {

  private static final Instant NOW = Instant.parse("2026-08-22T15:05:00.123456Z");
  private static final Instant NOW_MILLIS = Instant.parse("2026-08-22T15:05:00.123Z");
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path directory;

  private final LoopbackPorts ports = new LoopbackPorts();
  private final AttemptMeter meter = new AttemptMeter();

  @AfterEach
  void close() throws Exception {
    ports.close();
  }

  @Test
  void authorityThatAccepts_isOnlineWithItsLatency() throws Exception {
    AuthorityEndpoint at = ports.accepting("moria1");

    Probe probe = only(LONG, at);

    assertThat(probe)
        .isEqualTo(
            new Probe("moria1", "127.0.0.1", at.port(), true, probe.latencyMs(), null, NOW_MILLIS));
    assertThat(probe.latencyMs()).isBetween(0.0, 20_000.0);
  }

  @Test
  void authorityThatRefuses_isToldFromOneThatIsSilent() throws Exception {
    assertThat(only(LONG, ports.refusing("a")))
        .satisfies(p -> assertThat(p.online()).isFalse())
        .satisfies(p -> assertThat(p.error()).isEqualTo("refused"))
        .satisfies(p -> assertThat(p.latencyMs()).isNull());
    assertThat(only(Duration.ofMillis(300), ports.stalling("b")))
        .satisfies(p -> assertThat(p.online()).isFalse())
        .satisfies(p -> assertThat(p.error()).isEqualTo("timeout"))
        .satisfies(p -> assertThat(p.latencyMs()).isNull());
  }

  @Test
  void addressWithoutAWay_isUnreachable() throws Exception {
    // To everyone at once: no system sends this for a TCP connection.
    assertThat(only(LONG, new AuthorityEndpoint("a", "255.255.255.255", 80)).error())
        .isEqualTo("unreachable");
  }

  @Test
  void nameWithoutAddress_isUnresolved() throws Exception {
    // Longer than a name's part may be, so nobody is asked.
    assertThat(only(LONG, new AuthorityEndpoint("a", "x".repeat(64) + ".invalid", 80)).error())
        .isEqualTo("unresolved");
  }

  @Test
  void silentAuthorities_holdUpNobodyAndEndWithTheRound() throws Exception {
    List<AuthorityEndpoint> authorities =
        List.of(
            ports.stalling("a"),
            ports.accepting("b"),
            ports.stalling("c"),
            ports.refusing("d"),
            ports.accepting("e"));
    long began = System.nanoTime();

    List<Probe> probes = round(LONG, Duration.ofSeconds(2), authorities).probes(meter);

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONG);
    assertThat(probes).extracting(Probe::name).containsExactly("a", "b", "c", "d", "e");
    assertThat(probes)
        .extracting(Probe::error)
        .containsExactly("timeout", null, "timeout", "refused", null);
    assertThat(meter.requests()).isEqualTo(5);
  }

  @Test
  void proxySettings_areNotForProbes() throws Exception {
    System.setProperty("socksProxyHost", "127.0.0.1");
    System.setProperty("socksProxyPort", Integer.toString(ports.refusing("proxy").port()));
    try {
      assertThat(only(LONG, ports.accepting("a")).online()).isTrue();
    } finally {
      System.clearProperty("socksProxyHost");
      System.clearProperty("socksProxyPort");
    }
  }

  @Test
  void document_isOneLineAnAuthority_andItsRecordsAreThoseLines() throws Exception {
    AuthorityEndpoint online = ports.accepting("Serge");
    AuthorityEndpoint refused = ports.refusing("moria1");
    try (Spool spool = new Spool(directory)) {
      Downloaded downloaded =
          round(LONG, LONG, List.of(online, refused))
              .download(new DownloadContext(null, spool, meter));

      SplitDocument split = new ProbeSplitter().split(document(downloaded));

      assertThat(split.document().name()).isEqualTo("probes");
      assertThat(split.published()).isEqualTo(NOW_MILLIS);
      assertThat(split.entities().size()).isEqualTo(2);
      assertThat(split.entities().key(0)).isEqualTo("serge");
      assertThat(value(split, 1))
          .isEqualTo(
              "{\"name\":\"moria1\",\"address\":\"127.0.0.1\",\"port\":"
                  + refused.port()
                  + ",\"online\":false,\"latencyMs\":null,\"error\":\"refused\","
                  + "\"checkedAt\":\"2026-08-22T15:05:00.123Z\"}");
      JsonNode first = JsonMapper.shared().readTree(value(split, 0));
      assertThat(first.get("online").isBoolean()).isTrue();
      assertThat(first.get("latencyMs").isNumber()).isTrue();
      assertThat(first.get("error").isNull()).isTrue();
    }
  }

  @Test
  void latency_isRoundedToTenths() {
    AuthorityEndpoint at = new AuthorityEndpoint("a", "127.0.0.1", 1);

    assertThat(Probe.online(at, 12_345_678, NOW).latencyMs()).isEqualTo(12.3);
    assertThat(Probe.online(at, 40_000, NOW).latencyMs()).isZero();
    assertThat(new String(Json.bytes(Probe.online(at, 50_000, NOW)), StandardCharsets.UTF_8))
        .contains("\"latencyMs\":0.1,");
  }

  private Probe only(Duration timeout, AuthorityEndpoint at) throws InterruptedException {
    List<Probe> probes = round(timeout, LONG, List.of(at)).probes(meter);
    assertThat(probes).hasSize(1);
    return probes.getFirst();
  }

  private static ProbeRound round(
      Duration timeout, Duration limit, List<AuthorityEndpoint> authorities) {
    return new ProbeRound(authorities, new TcpProbe(timeout), limit, InstantSource.fixed(NOW));
  }

  private static SpooledDocument document(Downloaded downloaded) {
    assertThat(downloaded).isInstanceOf(Downloaded.Documents.class);
    Obtained only = ((Downloaded.Documents) downloaded).documents().getFirst();
    return ((Obtained.Loaded) only).document();
  }

  private static String value(SplitDocument split, int i) {
    return new String(split.entities().value(i, split.document()), StandardCharsets.UTF_8);
  }
}
