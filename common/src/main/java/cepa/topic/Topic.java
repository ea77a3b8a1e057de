package cepa.topic;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// How one topic is created.
///
/// @param name full name
/// @param partitions number of partitions, at least 1
/// @param settings topic settings under Kafka's own names
public record Topic(String name, int partitions, Map<String, String> settings) {

  public Topic {
    settings = Map.copyOf(settings);
  }

  static Topic kept(String name, int partitions, Duration retention) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("cleanup.policy", "delete");
    settings.put("retention.ms", Long.toString(retention.toMillis()));
    settings.put("max.message.bytes", "8388608");
    return new Topic(name, partitions, settings);
  }

  /// Retention counts from the time the broker appended a record, so a wrong clock of a fetcher
  /// cannot shorten or stretch it.
  static Topic appendTime(String name, int partitions, Duration retention) {
    Map<String, String> settings = new TreeMap<>(kept(name, partitions, retention).settings());
    settings.put("message.timestamp.type", "LogAppendTime");
    return new Topic(name, partitions, settings);
  }

  static Topic compacted(String name, int partitions) {
    return new Topic(name, partitions, Map.of("cleanup.policy", "compact"));
  }
}
