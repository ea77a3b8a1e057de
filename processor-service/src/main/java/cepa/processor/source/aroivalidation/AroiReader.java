package cepa.processor.source.aroivalidation;

import cepa.processor.SourceReader;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.SnapshotReader;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Reads what the validator found, one relay at a time.
@Component
public final class AroiReader implements SourceReader<AroiData> {

  public static final String SOURCE = "aroi-validation";

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public Class<AroiData> makes() {
    return AroiData.class;
  }

  /// Proofs change seldom and the validator publishes when it likes, so old ones say more than
  /// none.
  @Override
  public AgeLimits limits() {
    return new AgeLimits(Duration.ofHours(12), Duration.ofDays(7));
  }

  @Override
  public AroiData read(SnapshotManifest snapshot, SnapshotReader log) {
    var records = new AroiRecords();
    log.read(snapshot, (_, key, value) -> records.add(key, value));
    return records.finish();
  }
}
