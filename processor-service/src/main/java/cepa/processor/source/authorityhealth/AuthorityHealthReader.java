package cepa.processor.source.authorityhealth;

import cepa.model.consensus.Authorities.Probe;
import cepa.processor.JsonFields;
import cepa.processor.SourceReader;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.SnapshotReader;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// Reads the fetcher's probes of the authorities (sources 10).
@Component
public final class AuthorityHealthReader implements SourceReader<AuthorityHealth> {

  public static final String SOURCE = "authority-health";

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public Class<AuthorityHealth> makes() {
    return AuthorityHealth.class;
  }

  @Override
  public AgeLimits limits() {
    return new AgeLimits(Duration.ofHours(2), Duration.ofHours(12));
  }

  @Override
  public AuthorityHealth read(SnapshotManifest snapshot, SnapshotReader log) {
    var collector = new Collector();
    log.read(snapshot, (_, key, value) -> collector.add(key, value));
    return collector.data();
  }

  static final class Collector {
    private static final double LONGEST_MILLIS = 3_600_000;
    private static final int LONGEST_ERROR = 2000;

    private final Map<String, Probe> probes = new TreeMap<>();
    private int rejected;

    void add(String key, byte[] value) {
      JsonFields fields = JsonFields.parse(value);
      Boolean online = fields == null ? null : fields.flag("online");
      if (fields == null || online == null) {
        rejected++;
        return;
      }
      probes.put(
          key.toLowerCase(Locale.ROOT),
          new Probe(
              online,
              fields.number("latencyMs", 0, LONGEST_MILLIS),
              fields.text("error", LONGEST_ERROR),
              fields.isoTime("checkedAt")));
    }

    AuthorityHealth data() {
      return new AuthorityHealth(probes, rejected);
    }
  }
}
