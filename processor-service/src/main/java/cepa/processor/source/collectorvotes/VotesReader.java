package cepa.processor.source.collectorvotes;

import cepa.model.Fingerprint;
import cepa.processor.SourceReader;
import cepa.processor.directory.HeadParser;
import cepa.processor.directory.RouterTable;
import cepa.processor.directory.StatusHead;
import cepa.processor.source.collectorvotes.VotesData.Vote;
import cepa.topic.DocumentRef;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.SnapshotReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads votes (sources 8, A.2), one document an authority.
@Component
public final class VotesReader implements SourceReader<VotesData> {

  public static final String SOURCE = "collector-votes";

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public Class<VotesData> makes() {
    return VotesData.class;
  }

  @Override
  public AgeLimits limits() {
    return new AgeLimits(Duration.ofHours(3), Duration.ofHours(12));
  }

  @Override
  public VotesData read(SnapshotManifest snapshot, SnapshotReader log) {
    var collector = new Collector();
    for (DocumentRef document : snapshot.documents()) {
      collector.begin(document.name());
      log.read(snapshot, document, (_, key, value) -> collector.add(key, value));
      collector.end();
    }
    return collector.data();
  }

  /// Takes documents one after another, the records of each in any order.
  static final class Collector {
    private static final StatusHead NO_HEAD = HeadParser.parse(new byte[0]);

    private final RouterTable.Shared shared = RouterTable.Shared.create();
    private final Map<Fingerprint, Vote> votes = new TreeMap<>();
    private RouterTable table = new RouterTable(shared);
    private StatusHead head = NO_HEAD;
    private String name = "";
    private int rejected;

    /// @param document name: the identity of the voter
    void begin(String document) {
      name = document;
      table = new RouterTable(shared);
      head = NO_HEAD;
    }

    void add(String key, byte[] value) {
      switch (key) {
        case "head" -> head = HeadParser.parse(value);
        case "foot" -> {} // signatures
        default -> table.add(key, value);
      }
    }

    void end() {
      rejected += table.rejected() + head.damaged();
      Fingerprint identity = identity();
      if (identity == null) {
        rejected++;
        return;
      }
      var vote = new Vote(identity, head, table.columns());
      votes.merge(identity, vote, (known, other) -> isNewer(other, known) ? other : known);
    }

    private @Nullable Fingerprint identity() {
      Fingerprint identity = Fingerprint.parse(name);
      return identity == null && !head.sources().isEmpty()
          ? head.sources().getFirst().identity()
          : identity;
    }

    private static boolean isNewer(Vote vote, Vote than) {
      Instant known = than.head().validAfter();
      Instant other = vote.head().validAfter();
      return other != null && (known == null || other.isAfter(known));
    }

    VotesData data() {
      return new VotesData(
          List.copyOf(votes.values()),
          shared.numbering().rows(),
          shared.bits().names(),
          shared.addressTexts(),
          rejected);
    }
  }
}
