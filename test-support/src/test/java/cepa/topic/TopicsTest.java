package cepa.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TopicsTest {

  private final Map<String, Topic> topics =
      Topics.all(List.of("onionoo-details"), Duration.ofDays(14)).stream()
          .collect(Collectors.toMap(Topic::name, Function.identity()));

  @Test
  void snapshotsAndTheirOrder_areKeptByAppendTime() {
    assertThat(topic("cepa.snapshot.onionoo-details").settings())
        .containsEntry("retention.ms", "1209600000")
        .containsEntry("message.timestamp.type", "LogAppendTime");
    assertThat(topic("cepa.snapshots").settings())
        .containsEntry("retention.ms", "1209600000")
        .containsEntry("message.timestamp.type", "LogAppendTime");
  }

  @Test
  void topicsWithOneTotalOrder_haveOnePartition() {
    assertThat(List.of("cepa.snapshots", "cepa.builds", "cepa.build-requests"))
        .allSatisfy(name -> assertThat(topic(name).partitions()).isEqualTo(1));
  }

  @Test
  void statusOfASource_isNeverLost() {
    assertThat(topic("cepa.source-status").settings()).containsEntry("cleanup.policy", "compact");
  }

  private Topic topic(String name) {
    return Objects.requireNonNull(topics.get(name), name);
  }
}
