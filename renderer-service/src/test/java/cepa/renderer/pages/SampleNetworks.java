package cepa.renderer.pages;

import cepa.model.Fingerprint;
import cepa.model.NetworkTrend;
import cepa.model.Relay;
import cepa.model.RelayChange;
import cepa.model.Series;
import cepa.testing.model.NetworkBuilder;
import cepa.testing.model.Networks;
import cepa.testing.model.RelayBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Networks that page families are tried on.
public final class SampleNetworks {

  public static final Fingerprint HEALTHY =
      Fingerprint.of("0008D9640FE4947F73E355F67E20C2D290BBC72C");
  public static final Fingerprint TROUBLED =
      Fingerprint.of("0008D9640FE4947F73E355F67E20C2D290BBC72D");
  public static final Fingerprint BARE = Fingerprint.of("B".repeat(40));
  public static final Fingerprint HOSTILE = Fingerprint.of("E".repeat(40));
  public static final Fingerprint SIBLING = Fingerprint.of("A".repeat(40));

  /// Attack strings that may stand in any text a relay operator or a registry writes.
  public static final List<String> ATTACKS =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "' onmouseover='alert(1)",
          "<plaintext>",
          "<!--",
          "<svg><script>",
          "<base href=//evil.example/>",
          "</td></tr></table></div></body></html>",
          "&lt;b&gt; &amp;amp; AT&T",
          "javascript:alert(1)",
          "../../etc/passwd",
          "%2e%2e%2f",
          "\u202Egpj.exe",
          "\u2066unclosed",
          "NUL\u0000BEL\u0007ESC\u001B[31m",
          "\uD800",
          "{{7*7}}{% raw %}${7*7}#{7*7}<%= 7*7 %>",
          "]]></title></style>--!>",
          "=HYPERLINK(\"http://evil\")",
          "line\nbreak\tand\ttabs");

  private SampleNetworks() {}

  /// A few relays of all kinds: well, in trouble, almost unknown.
  public static NetworkBuilder small() {
    return Networks.aNetwork()
        .trend(trend(40, 6, Networks.AS_OF))
        .with(
            healthy(),
            troubled(),
            Networks.aBareRelay().fingerprint(BARE),
            Networks.aRelay()
                .fingerprint(SIBLING)
                .nickname("valeSwift02")
                .in("FR")
                .network("AS16276", "OVH SAS")
                .guard()
                .family(HEALTHY, SIBLING)
                .weight(9_000));
  }

  /// A small network in which one relay says the worst in every place.
  public static NetworkBuilder hostile() {
    return small().with(hostileRelay());
  }

  public static RelayBuilder healthy() {
    return Networks.aRelay()
        .fingerprint(HEALTHY)
        .nickname("valeSwift01")
        .guard()
        .exit()
        .flag("HSDir")
        .flag("Stable")
        .flag("V2Dir")
        .bandwidth(18_400_000)
        .weight(21_437)
        .network("AS24940", "Hetzner Online GmbH")
        .addresses("198.51.100.141:443", "[2001:db8:6003::141]:443")
        .contact("email:tor[]example.org url:https://example.org proof:uri-rsa ciissversion:2")
        .family(HEALTHY, SIBLING, Fingerprint.of("C".repeat(40)))
        .uptime(new Relay.Uptime(0.999, 0.9871, 0.992, null))
        .series(uptime(11, 0.02, Networks.AS_OF))
        .changed(change("2026-01-12T04:00:00Z", RelayChange.Kind.FLAG_GAINED, "Stable"))
        .changed(change("2026-01-03T09:00:00Z", RelayChange.Kind.FAMILY, "0f3a"));
  }

  public static RelayBuilder troubled() {
    return Networks.aRelay()
        .fingerprint(TROUBLED)
        .nickname("brokenLantern")
        .flag("StaleDesc")
        .bandwidth(3_100_000)
        .weight(437)
        .in("US")
        .network("AS7922", "Comcast Cable Communications, LLC")
        .overloadedAt(Networks.AS_OF.minus(Duration.ofHours(5)))
        .version("0.4.5.1", false)
        .offlineSince(Networks.AS_OF.minus(Duration.ofHours(30)))
        .allegedFamily(HEALTHY)
        .contact(null)
        .series(uptime(5, 0.4, Networks.AS_OF))
        .uptime(new Relay.Uptime(0.41, 0.822, 0.9, 0.95));
  }

  private static RelayBuilder hostileRelay() {
    String all = String.join(" ", ATTACKS);
    return Networks.aRelay()
        .fingerprint(HOSTILE)
        .nickname(ATTACKS.get(0))
        .flag("<img>")
        .at(new Relay.Place("<b>", ATTACKS.get(1), ATTACKS.get(3), ATTACKS.get(4), Double.NaN, 0d))
        .network("AS0\"><script>", all)
        .addresses(
            new Relay.Addresses(ATTACKS, ATTACKS, ATTACKS.get(9), ATTACKS, List.of(all), ATTACKS))
        .software(new Relay.Software(all, ATTACKS.get(5), ATTACKS.get(7), false, ATTACKS.get(6)))
        .exitPolicy(
            new Relay.ExitPolicy(
                ATTACKS,
                new Relay.PortSummary(true, ATTACKS),
                new Relay.PortSummary(false, ATTACKS)))
        .contact(String.join("\n", ATTACKS))
        .changed(new RelayChange(Networks.AS_OF, RelayChange.Kind.NICKNAME, all, ATTACKS.get(1)));
  }

  private static RelayChange change(String at, RelayChange.Kind kind, String to) {
    return new RelayChange(Instant.parse(at), kind, null, to);
  }

  /// A half year of values every twelve hours, with a gap, up to the day before.
  ///
  /// @param trouble chance that it was away for a part of the twelve hours
  public static Series uptime(long seed, double trouble, Instant asOf) {
    var random = new Random(seed);
    Instant last = asOf.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(6));
    short[] values = new short[366];
    for (int i = 0; i < values.length; i++) {
      boolean dip = random.nextDouble() < trouble;
      values[i] = i > 100 && i < 132 ? Series.UNKNOWN : (short) (dip ? random.nextInt(999) : 999);
    }
    Duration step = Duration.ofHours(12);
    return new Series(
        "uptime/6_months", last.minus(step.multipliedBy(365)), step, 1 / 999.0, values);
  }

  /// @param running relays running, roughly
  public static NetworkTrend trend(int days, int running, Instant asOf) {
    var random = new Random(3);
    List<NetworkTrend.Point> points = new ArrayList<>();
    double level = running;
    for (int day = days; day >= 0; day--) {
      level *= 1 + (random.nextDouble() - 0.47) / 100;
      long bytes = (long) (level * 13_200_000 * (1 + random.nextDouble() / 30));
      Instant at = asOf.minus(Duration.ofDays(day));
      points.add(
          new NetworkTrend.Point(
              at,
              (int) (level * 1.07),
              (int) level,
              (int) (level * 0.4),
              (int) (level * 0.25),
              bytes));
    }
    return new NetworkTrend(points, points);
  }
}
