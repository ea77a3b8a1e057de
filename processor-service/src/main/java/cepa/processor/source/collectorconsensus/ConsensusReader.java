package cepa.processor.source.collectorconsensus;

import cepa.model.Fingerprint;
import cepa.processor.SourceReader;
import cepa.processor.directory.HeadParser;
import cepa.processor.directory.Lines;
import cepa.processor.directory.RouterTable;
import cepa.processor.directory.StatusHead;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.SnapshotReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/// Reads the relays of a consensus (sources 7, A.1). A new one comes every hour and may be used for
/// three.
@Component
public final class ConsensusReader implements SourceReader<ConsensusData> {

  public static final String SOURCE = "collector-consensus";

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public Class<ConsensusData> makes() {
    return ConsensusData.class;
  }

  @Override
  public AgeLimits limits() {
    return new AgeLimits(Duration.ofHours(3), Duration.ofHours(12));
  }

  @Override
  public ConsensusData read(SnapshotManifest snapshot, SnapshotReader log) {
    var collector = new Collector();
    log.read(snapshot, (_, key, value) -> collector.add(key, value));
    return collector.data();
  }

  /// Takes records in any order.
  static final class Collector {
    private static final byte[] WEIGHTS = Lines.ascii("bandwidth-weights");
    private static final byte[] SIGNATURE = Lines.ascii("directory-signature");

    private final RouterTable.Shared shared = RouterTable.Shared.create();
    private final RouterTable table = new RouterTable(shared);
    private final TreeSet<Fingerprint> signers = new TreeSet<>();
    private StatusHead head = HeadParser.parse(new byte[0]);
    private Map<String, Integer> weights = Map.of();

    void add(String key, byte[] value) {
      switch (key) {
        case "head" -> head = HeadParser.parse(value);
        case "foot" -> foot(value);
        default -> table.add(key, value);
      }
    }

    private void foot(byte[] foot) {
      var lines = new Lines().of(foot);
      while (lines.next()) {
        if (lines.is(WEIGHTS)) {
          weights = HeadParser.integers(lines.rest());
        } else if (lines.is(SIGNATURE)) {
          signer(lines);
        }
      }
    }

    /// The name of an algorithm may stand before the identity.
    private void signer(Lines lines) {
      for (int i = 0; i < 2 && lines.word(); i++) {
        Fingerprint identity = Fingerprint.parse(lines.text());
        if (identity != null) {
          signers.add(identity);
          return;
        }
      }
    }

    ConsensusData data() {
      return new ConsensusData(
          head,
          shared.numbering().rows(),
          table.columns(),
          shared.bits().names(),
          weights,
          List.copyOf(signers),
          table.rejected() + head.damaged());
    }
  }
}
