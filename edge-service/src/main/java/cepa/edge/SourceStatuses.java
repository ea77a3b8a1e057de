package cepa.edge;

import cepa.topic.SourceStatus;
import cepa.topic.Topics;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.TopicFollower;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/// The newest status of every source, as told on `cepa.source-status`. Without a broker nothing is
/// known, and that is all that happens.
final class SourceStatuses implements AutoCloseable {

  private final ConcurrentSkipListMap<String, SourceStatus> newest = new ConcurrentSkipListMap<>();
  private final @Nullable KafkaClients clients;
  private volatile @Nullable TopicFollower<SourceStatus> follower;

  /// @param clients null if there is no broker
  SourceStatuses(@Nullable KafkaClients clients) {
    this.clients = clients;
  }

  void start() {
    if (clients != null) {
      follower =
          new TopicFollower<>(
                  clients,
                  Topics.SOURCE_STATUS,
                  SourceStatus.class,
                  (offset, status) -> accept(status))
              .start();
    }
  }

  void accept(SourceStatus status) {
    newest.put(status.source(), status);
  }

  /// By source id; empty while they are unknown. An empty list says that no source has reported.
  Optional<List<SourceStatus>> known() {
    if (newest.isEmpty() && !hasCaughtUp()) {
      return Optional.empty();
    }
    return Optional.of(List.copyOf(newest.values()));
  }

  private boolean hasCaughtUp() {
    TopicFollower<SourceStatus> following = follower;
    try {
      return following != null && following.awaitCaughtUp(Duration.ZERO);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    TopicFollower<SourceStatus> following = follower;
    if (following != null) {
      following.close();
    }
  }
}
