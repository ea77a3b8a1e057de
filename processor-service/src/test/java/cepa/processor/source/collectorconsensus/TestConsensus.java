package cepa.processor.source.collectorconsensus;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A consensus as upstream writes it.
public final class TestConsensus {

  private final ConsensusReader.Collector collector = new ConsensusReader.Collector();

  /// @param lines of the head, beside its time
  public TestConsensus(String... lines) {
    collector.add(
        "head",
        ("valid-after 2026-01-15 12:00:00\n" + String.join("\n", lines) + "\n").getBytes(UTF_8));
  }

  /// A relay.
  ///
  /// @param digit a hex digit; the fingerprint is forty of it
  public TestConsensus relay(String digit, String flags, String... lines) {
    String entry =
        "r relay identity digest 2026-01-15 06:00:00 192.0.2.1 443 0\ns "
            + flags
            + "\n"
            + String.join("\n", lines)
            + "\n";
    collector.add(digit.repeat(40), entry.getBytes(UTF_8));
    return this;
  }

  TestConsensus foot(String foot) {
    collector.add("foot", foot.getBytes(UTF_8));
    return this;
  }

  public ConsensusData data() {
    return collector.data();
  }
}
