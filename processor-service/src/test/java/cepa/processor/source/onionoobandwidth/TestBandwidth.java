package cepa.processor.source.onionoobandwidth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/// Bandwidth snapshots for tests of analyses.
public final class TestBandwidth {

  private TestBandwidth() {}

  /// @param records JSON by the digit of which the relay's fingerprint is forty
  public static BandwidthData bandwidth(Map<String, String> records) {
    var collector = new BandwidthReader.Collector();
    records.forEach((digit, json) -> collector.add(digit.repeat(40), json.getBytes(UTF_8)));
    return collector.finish();
  }
}
