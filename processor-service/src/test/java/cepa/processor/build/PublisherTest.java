package cepa.processor.build;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.build.BuildPlan;
import cepa.build.BuildStore;
import cepa.build.LiveBuild;
import cepa.store.ObjectStore;
import cepa.store.PutCondition;
import cepa.store.directory.DirectoryStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {

  private static final Instant T = Instant.parse("2026-01-15T12:00:00Z");

  @TempDir Path directory;
  private DirectoryStore objects;
  private BuildStore builds;

  @BeforeEach
  void open() {
    objects = new DirectoryStore(directory);
    builds = new BuildStore(objects);
  }

  @AfterEach
  void close() {
    objects.close();
  }

  @Test
  void firstBuild_becomesLive() {
    assertThat(publish("one", null)).isEqualTo(new Publisher.Published());
    assertThat(live()).isEqualTo(new LiveBuild("one", null, T, false));
  }

  @Test
  void nextBuild_remembersTheOneBefore() {
    set("one", false);
    assertThat(publish("two", "one")).isEqualTo(new Publisher.Published());
    assertThat(live()).isEqualTo(new LiveBuild("two", "one", T, false));
  }

  @Test
  void publishingTwice_changesNothing() {
    publish("one", null);
    assertThat(publish("one", null)).isEqualTo(new Publisher.Published());
    assertThat(live().previous()).isNull();
  }

  @Test
  void onHold_nothingIsReplaced() {
    set("one", true);
    assertThat(publish("two", "one")).isEqualTo(new Publisher.Held());
    assertThat(live().build()).isEqualTo("one");
  }

  @Test
  void anotherLiveThanAtPlanning_overtakes() {
    set("three", false);
    assertThat(publish("two", "one")).isEqualTo(new Publisher.Overtaken("three"));
    assertThat(publish("two", null)).isEqualTo(new Publisher.Overtaken("three"));
  }

  @Test
  void anotherWriterInTheSameMoment_overtakes() {
    set("one", false);
    assertThat(publish("two", "one", () -> set("three", false)))
        .isEqualTo(new Publisher.Overtaken("three"));
    assertThat(live().build()).isEqualTo("three");
  }

  @Test
  void holdSetInTheSameMoment_holds() {
    set("one", false);
    assertThat(publish("two", "one", () -> set("one", true))).isEqualTo(new Publisher.Held());
    assertThat(live().build()).isEqualTo("one");
  }

  @Test
  void ownWriteWhoseAnswerGotLost_isASuccess() {
    set("one", false);
    assertThat(publish("two", "one", () -> set("two", false))).isEqualTo(new Publisher.Published());
  }

  private Publisher.Outcome publish(String build, @Nullable String expected) {
    return new Publisher(builds).publish(build, plan(expected), T);
  }

  /// @param meanwhile happens between reading and writing the pointer, once
  private Publisher.Outcome publish(String build, String expected, Runnable meanwhile) {
    var racing = new BuildStore(new Racing(objects, meanwhile));
    return new Publisher(racing).publish(build, plan(expected), T);
  }

  private static BuildPlan plan(@Nullable String live) {
    return new BuildPlan("m", "c", T, 1, Map.of(), "h", null, live, 1, true, "", "test", null);
  }

  private void set(String build, boolean hold) {
    builds.setLive(builds.live(), new LiveBuild(build, null, T, hold));
  }

  private LiveBuild live() {
    return builds.live().orElseThrow().value();
  }

  /// Lets something happen just before the first put.
  private static final class Racing implements ObjectStore {
    private final ObjectStore store;
    private @Nullable Runnable meanwhile;

    private Racing(ObjectStore store, Runnable meanwhile) {
      this.store = store;
      this.meanwhile = meanwhile;
    }

    @Override
    public String put(String key, byte[] body, String contentType, PutCondition condition) {
      Runnable first = meanwhile;
      meanwhile = null;
      if (first != null) {
        first.run();
      }
      return store.put(key, body, contentType, condition);
    }

    @Override
    public Optional<StoredObject> get(String key) {
      return store.get(key);
    }

    @Override
    public Optional<byte[]> getRange(String key, long offset, int length) {
      return store.getRange(key, offset, length);
    }

    @Override
    public Optional<ObjectInfo> head(String key) {
      return store.head(key);
    }

    @Override
    public void delete(Collection<String> keys) {
      store.delete(keys);
    }

    @Override
    public void list(String prefix, Consumer<ObjectInfo> visitor) {
      store.list(prefix, visitor);
    }

    @Override
    public void close() {}
  }
}
