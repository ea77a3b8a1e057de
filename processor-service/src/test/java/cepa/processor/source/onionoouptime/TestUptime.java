package cepa.processor.source.onionoouptime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/// Uptime snapshots for tests of analyses.
public final class TestUptime {

  private TestUptime() {}

  /// @param records JSON by the digit of which the relay's fingerprint is forty
  public static UptimeData uptime(Map<String, String> records) {
    var collector = new UptimeReader.Collector();
    records.forEach((digit, json) -> collector.add(digit.repeat(40), json.getBytes(UTF_8)));
    return collector.finish();
  }
}
