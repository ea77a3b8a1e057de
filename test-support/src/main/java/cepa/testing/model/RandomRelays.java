package cepa.testing.model;

import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.model.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Relays as varied as those of the real network, from a seed.
final class RandomRelays {

  private static final List<String> COUNTRIES =
      List.of("DE", "US", "NL", "FR", "SE", "CH", "FI", "PL", "RO", "CA", "AT", "GB", "IS", "SG");
  private static final List<String> PLATFORMS =
      List.of("Linux", "Linux", "Linux", "Linux", "FreeBSD", "OpenBSD", "Windows");
  private static final List<String> VERSIONS = List.of("0.4.8.21", "0.4.8.20", "0.4.9.3-alpha");
  private static final List<String> EXTRAS = List.of("Stable", "HSDir", "V2Dir", "StaleDesc");

  private static final int UPTIME_VALUES = 366;

  private final RandomGenerator random;

  RandomRelays(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  NetworkBuilder network(int relays) {
    var network = new NetworkBuilder();
    for (int i = 0; i < relays; i++) {
      network.with(relay(i));
    }
    return network;
  }

  private RelayBuilder relay(int number) {
    int as = 64_496 + (int) Math.min(900, -Math.log(1 - random.nextDouble()) * 120);
    long observed = (long) (-Math.log(1 - random.nextDouble()) * 12_000_000);
    var relay =
        new RelayBuilder()
            .fingerprint(fingerprint())
            .nickname("relay" + number)
            .in(pick(COUNTRIES))
            .network("AS" + as, "Network " + as + " Ltd.")
            .addresses("198.51." + random.nextInt(256) + "." + random.nextInt(256) + ":9001")
            .bandwidth(observed)
            .weight(observed / 1000)
            .version(pick(VERSIONS), random.nextInt(10) > 0)
            .platform(pick(PLATFORMS))
            .contact(
                random.nextInt(4) == 0 ? null : "mail" + as + "@example.org url:a" + as + ".org")
            .firstSeen(Networks.AS_OF.minus(Duration.ofDays(random.nextInt(3000))))
            .uptime(new Relay.Uptime(share(), share(), share(), share()))
            .series(uptimeSeries());
    EXTRAS.stream().filter(flag -> random.nextBoolean()).forEach(relay::flag);
    if (random.nextInt(100) < 40) {
      relay.guard();
    }
    if (random.nextInt(100) < 25) {
      relay.exit();
    }
    if (random.nextInt(100) < 8) {
      Instant seen = Networks.AS_OF.minus(Duration.ofHours(1 + random.nextInt(160)));
      relay.offlineSince(seen);
    }
    return relay;
  }

  /// Half a year in steps of half a day, now and then unknown.
  private Series uptimeSeries() {
    Duration step = Duration.ofHours(12);
    short[] values = new short[UPTIME_VALUES];
    for (int i = 0; i < values.length; i++) {
      boolean known = random.nextInt(50) > 0;
      values[i] = known ? (short) (999 - random.nextInt(60)) : Series.UNKNOWN;
    }
    Instant first = Networks.AS_OF.minus(step.multipliedBy(UPTIME_VALUES));
    return new Series("uptime/6_months", first, step, 1 / 999.0, values);
  }

  private Fingerprint fingerprint() {
    byte[] bytes = new byte[20];
    random.nextBytes(bytes);
    return Fingerprint.of(HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT));
  }

  private double share() {
    return Math.round(random.nextDouble() * 1000) / 1000.0;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
