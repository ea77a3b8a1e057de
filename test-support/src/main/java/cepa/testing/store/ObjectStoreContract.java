package cepa.testing.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cepa.error.PermanentException;
import cepa.store.ObjectStore;
import cepa.store.ObjectStore.ObjectInfo;
import cepa.store.ObjectStore.StoredObject;
import cepa.store.PreconditionFailedException;
import cepa.store.PutCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [ObjectStore] does; one subclass an implementation.
public abstract class ObjectStoreContract {

  private static final String TEXT = "text/plain; charset=utf-8";
  private static final int WRITERS = 8;

  private ObjectStore store;

  /// A store without objects. Called once a test; called twice in one test, the second is another
  /// client of the same objects.
  protected abstract ObjectStore open();

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void put_isReadBackByAnyClient() {
    String etag = put("models/a1/core.json", "one");

    try (ObjectStore other = open()) {
      StoredObject object = other.get("models/a1/core.json").orElseThrow();
      assertThat(object.body()).isEqualTo(bytes("one"));
      assertThat(object.etag()).isEqualTo(etag).isNotEmpty();
    }
  }

  @Test
  void head_tellsSizeAndTheSameTagAsPutAndGet() {
    String etag = put("a", "four");

    ObjectInfo info = store.head("a").orElseThrow();

    assertThat(info.key()).isEqualTo("a");
    assertThat(info.size()).isEqualTo(4);
    assertThat(info.etag()).isEqualTo(etag);
  }

  @Test
  void emptyObject_isAnObject() {
    put("empty", "");

    assertThat(store.get("empty").orElseThrow().body()).isEmpty();
    assertThat(store.head("empty").orElseThrow().size()).isZero();
    assertThat(store.getRange("empty", 0, 0)).contains(new byte[0]);
  }

  @Test
  void largeObject_survivesWholeAndInParts() {
    byte[] large = new byte[5 * 1024 * 1024];
    new Random(7).nextBytes(large);
    store.put("packs/large", large, "application/octet-stream");

    assertThat(store.get("packs/large").orElseThrow().body()).isEqualTo(large);
    assertThat(store.getRange("packs/large", 4_000_000, 70_000).orElseThrow())
        .isEqualTo(Arrays.copyOfRange(large, 4_000_000, 4_070_000));
  }

  @Test
  void range_givesExactlyTheBytesAskedFor() {
    put("a", "0123456789");

    assertThat(store.getRange("a", 0, 10)).contains(bytes("0123456789"));
    assertThat(store.getRange("a", 3, 4)).contains(bytes("3456"));
    assertThat(store.getRange("a", 9, 1)).contains(bytes("9"));
    assertThat(store.getRange("a", 10, 0)).contains(new byte[0]);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 11})
  void rangeBeyondTheEnd_isRefused(int offset) {
    put("a", "0123456789");

    assertThatThrownBy(() -> store.getRange("a", offset, 6))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("Object a in")
        .hasMessageContaining("shorter than the range");
  }

  @Test
  void missingKey_isEmptyEverywhere() {
    put("there/a", "x");

    for (String key : List.of("absent", "there", "there/b", "there/a/below", "no/such/prefix")) {
      assertThat(store.get(key)).as(key).isEmpty();
      assertThat(store.getRange(key, 0, 1)).as(key).isEmpty();
      assertThat(store.getRange(key, 0, 0)).as(key).isEmpty();
      assertThat(store.head(key)).as(key).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "/a", "a/", "a//b", "..", "a/../b", "./a", "a b", "ä", "a\\b", "a\0", "a~", "%2e"
      })
  void badKey_isRefusedBeforeTheStore(String key) {
    List<Runnable> uses =
        List.of(
            () -> store.get(key),
            () -> store.getRange(key, 0, 1),
            () -> store.head(key),
            () -> put(key, "x"),
            () -> store.delete(List.of("good", key)));
    put("good", "x");

    for (Runnable use : uses) {
      assertThatThrownBy(use::run)
          .isInstanceOf(PermanentException.class)
          .hasMessageContaining("Refused object key");
    }
    assertThat(keys("")).containsExactly("good");
  }

  @Test
  void badPrefix_isRefused() {
    assertThatThrownBy(() -> keys("../")).isInstanceOf(PermanentException.class);
  }

  @Test
  void put_replacesWhatWasThere() {
    String first = put("a", "one");
    String second = put("a", "two");

    assertThat(second).isNotEqualTo(first);
    assertThat(store.get("a").orElseThrow().body()).isEqualTo(bytes("two"));
  }

  @Test
  void putIfAbsent_takesEffectOnce() {
    store.put("live.json", bytes("one"), TEXT, PutCondition.absent());

    assertThatThrownBy(() -> store.put("live.json", bytes("two"), TEXT, PutCondition.absent()))
        .isInstanceOf(PreconditionFailedException.class)
        .hasMessageContaining("live.json");
    assertThat(store.get("live.json").orElseThrow().body()).isEqualTo(bytes("one"));
  }

  @Test
  void putIfMatch_takesEffectWithTheCurrentTagOnly() {
    String first = put("live.json", "one");
    String second = store.put("live.json", bytes("two"), TEXT, PutCondition.ifMatch(first));

    assertThatThrownBy(
            () -> store.put("live.json", bytes("three"), TEXT, PutCondition.ifMatch(first)))
        .isInstanceOf(PreconditionFailedException.class);
    StoredObject now = store.get("live.json").orElseThrow();
    assertThat(now.body()).isEqualTo(bytes("two"));
    assertThat(now.etag()).isEqualTo(second);
  }

  @Test
  void putIfMatch_acceptsTheTagOfGetAndOfHead() {
    put("live.json", "one");
    String ofGet = store.get("live.json").orElseThrow().etag();
    store.put("live.json", bytes("two"), TEXT, PutCondition.ifMatch(ofGet));
    String ofHead = store.head("live.json").orElseThrow().etag();
    store.put("live.json", bytes("three"), TEXT, PutCondition.ifMatch(ofHead));

    assertThat(store.get("live.json").orElseThrow().body()).isEqualTo(bytes("three"));
  }

  @Test
  void putIfMatch_ofAMissingObjectIsRefused() {
    put("other", "x");

    assertThatThrownBy(
            () -> store.put("live.json", bytes("x"), TEXT, PutCondition.ifMatch("0123abcd")))
        .isInstanceOf(PreconditionFailedException.class);
    assertThat(store.get("live.json")).isEmpty();
  }

  @Test
  void racingCreators_exactlyOneWins() throws Exception {
    assertThat(race(PutCondition.absent())).hasSize(1);
  }

  @Test
  void racingReplacers_exactlyOneWins() throws Exception {
    String etag = put("live.json", "before");

    List<String> winners = race(PutCondition.ifMatch(etag));

    assertThat(winners).hasSize(1);
    assertThat(store.get("live.json").orElseThrow().body()).isEqualTo(bytes(winners.getFirst()));
  }

  /// Lets writers with clients of their own put at once; the bodies of those that succeeded.
  private List<String> race(PutCondition condition) throws Exception {
    var start = new CyclicBarrier(WRITERS);
    var attempts = new ArrayList<Callable<String>>();
    for (int writer = 0; writer < WRITERS; writer++) {
      String body = "writer " + writer;
      attempts.add(() -> {
        try (ObjectStore mine = open()) {
          start.await();
          mine.put("live.json", bytes(body), TEXT, condition);
          return body;
        }
      });
    }
    var winners = new ArrayList<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> attempt : threads.invokeAll(attempts)) {
        try {
          winners.add(attempt.get());
        } catch (ExecutionException e) {
          assertThat(e.getCause()).isInstanceOf(PreconditionFailedException.class);
        }
      }
    }
    return winners;
  }

  @Test
  void delete_removesWhatIsThereAndIgnoresTheRest() {
    put("a/1", "x");
    put("a/2", "x");

    store.delete(List.of("a/1", "a/absent", "nowhere"));
    store.delete(List.of("a/1"));
    store.delete(List.of());

    assertThat(keys("")).containsExactly("a/2");
    assertThat(store.get("a/1")).isEmpty();
  }

  @Test
  void delete_ofAPrefixLeavesTheObjectsBelowIt() {
    put("a/1", "x");

    store.delete(List.of("a"));

    assertThat(keys("")).containsExactly("a/1");
  }

  @Test
  void deletedPlace_canBeUsedAgain() {
    put("a/b/c", "x");
    store.delete(List.of("a/b/c"));

    put("a", "y");

    assertThat(keys("")).containsExactly("a");
  }

  @Test
  void list_isInOrderOfTheWholeKey() {
    List<String> inOrder =
        List.of("a-b", "a.b", "a/b", "a/b-c/d", "a/b.c", "a0", "b", "b_/x", "bb");
    inOrder.reversed().forEach(key -> put(key, "x"));

    assertThat(keys("")).containsExactlyElementsOf(inOrder);
  }

  @Test
  void list_givesThePrefixAndNothingElse() {
    List.of("packs/ab", "packs/abc", "packs/b", "packsx", "models/ab/c").forEach(k -> put(k, "xy"));

    assertThat(keys("packs/")).containsExactly("packs/ab", "packs/abc", "packs/b");
    assertThat(keys("packs/ab")).containsExactly("packs/ab", "packs/abc");
    assertThat(keys("packs/ab/")).isEmpty();
    assertThat(keys("mod")).containsExactly("models/ab/c");
    assertThat(keys("zzz/")).isEmpty();
    store.list("packs/b", info -> assertThat(info.size()).isEqualTo(2));
  }

  @Test
  void putAgain_refreshesLastModified() {
    put("packs/a", "same");
    Instant first = store.head("packs/a").orElseThrow().lastModified();
    assertThat(first).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));

    // Stores tell times to the second or finer, so it may take a second to show.
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> {
          put("packs/a", "same");
          return store.head("packs/a").orElseThrow().lastModified().isAfter(first);
        });
    store.list("packs/", info -> assertThat(info.lastModified()).as(info.key()).isAfter(first));
  }

  @Test
  void readersDuringReplacement_seeOneObjectWhole() throws Exception {
    byte[] ones = filled(1);
    byte[] twos = filled(2);
    store.put("a", ones, TEXT);
    var done = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var readers = new ArrayList<Future<Integer>>();
      for (int i = 0; i < 3; i++) {
        readers.add(
            threads.submit(() -> {
              int reads = 0;
              do {
                byte[] body = store.get("a").orElseThrow().body();
                assertThat(Arrays.equals(body, ones) || Arrays.equals(body, twos)).isTrue();
                reads++;
              } while (!done.get());
              return reads;
            }));
      }
      for (int i = 0; i < 50; i++) {
        store.put("a", i % 2 == 0 ? twos : ones, TEXT);
      }
      done.set(true);
      for (Future<Integer> reader : readers) {
        assertThat(reader.get()).isPositive();
      }
    }
  }

  private String put(String key, String body) {
    return store.put(key, bytes(body), TEXT);
  }

  private List<String> keys(String prefix) {
    var keys = new ArrayList<String>();
    store.list(prefix, info -> keys.add(info.key()));
    return keys;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] filled(int value) {
    byte[] body = new byte[200_000];
    Arrays.fill(body, (byte) value);
    return body;
  }
}
