package cepa.topic.kafka;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where the broker is and how topics are created.
///
/// @param bootstrapServers `host:port`, several joined by commas
/// @param replicationFactor copies of each topic, 1..; 3 on a real cluster
/// @param snapshotRetention how long snapshots stay on the log; the site can be replayed that far
///   back
/// @param snapshotRetentionBytes cap on one partition of a snapshot topic; -1 for none
/// @param requestTimeout how long one request to the broker may take
/// @param properties further client settings under Kafka's own names, e.g. `security.protocol`;
///   they win
@Validated
@ConfigurationProperties("cepa.kafka")
public record KafkaSettings(
    @NotBlank @DefaultValue("localhost:9092") String bootstrapServers,
    @Min(1) @DefaultValue("1") short replicationFactor,
    @DefaultValue("14d") Duration snapshotRetention,
    @Min(-1) @DefaultValue("-1") long snapshotRetentionBytes,
    @DefaultValue("30s") Duration requestTimeout,
    @DefaultValue Map<String, String> properties) {

  public KafkaSettings {
    properties = Map.copyOf(new TreeMap<>(properties));
  }

  /// Settings for a broker at this address, everything else by default.
  public static KafkaSettings at(String bootstrapServers) {
    return new KafkaSettings(
        bootstrapServers, (short) 1, Duration.ofDays(14), -1, Duration.ofSeconds(30), Map.of());
  }
}
