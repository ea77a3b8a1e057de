package cepa.artefact;

import static cepa.testing.model.Networks.aNetworkOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.artefact.ModelStore.LoadedModel;
import cepa.error.PermanentException;
import cepa.model.Fingerprint;
import cepa.model.ModelPart;
import cepa.model.NetworkModel;
import cepa.model.Series;
import cepa.store.ObjectStore;
import cepa.store.directory.DirectoryStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {

  private static final Fingerprint RELAY = Fingerprint.of("A".repeat(40));

  @TempDir Path directory;
  private DirectoryStore objects;
  private ModelStore store;

  @BeforeEach
  void open() {
    objects = new DirectoryStore(directory);
    store = new ModelStore(objects);
  }

  @AfterEach
  void close() {
    objects.close();
  }

  @Test
  void modelAndGraphs_comeBackAsTheyWere() {
    NetworkModel model = aNetworkOf(60, 1).build();
    store.save("m1", model, List.of(), Map.of("onionoo-uptime", archive("uptime/1_month")));

    LoadedModel loaded = store.load("m1");

    assertThat(loaded.id()).isEqualTo("m1");
    assertThat(loaded.model()).isEqualTo(model);
    assertThat(loaded.series().of(RELAY))
        .extracting(Series::name)
        .containsExactly("uptime/1_month");
    assertThat(loaded.series().of(Fingerprint.of("B".repeat(40)))).isEmpty();
  }

  @Test
  void graphsOfSeveralSources_areReadTogether() {
    store.save(
        "m1",
        aNetworkOf(3, 1).build(),
        List.of(),
        Map.of("b", archive("bandwidth/1_month"), "a", archive("uptime/1_month")));

    assertThat(store.load("m1").series().of(RELAY))
        .extracting(Series::name)
        .containsExactly("uptime/1_month", "bandwidth/1_month");
  }

  @Test
  void equalModels_haveEqualParts_writtenOnce() {
    NetworkModel model = aNetworkOf(60, 1).build();
    var first =
        store.save("m1", model, List.of(), Map.of("onionoo-uptime", archive("uptime/1_month")));
    var second =
        store.save(
            "m2",
            aNetworkOf(60, 1).build(),
            List.of(),
            Map.of("onionoo-uptime", archive("uptime/1_month")));

    assertThat(second.parts()).isEqualTo(first.parts());
    assertThat(keys("models/parts/")).hasSize(2);
  }

  @Test
  void detailsTick_writesOnlyTheCore() {
    store.save("m1", aNetworkOf(60, 1).build(), List.of(), Map.of("u", archive("uptime/1_month")));
    store.save("m2", aNetworkOf(60, 2).build(), List.of(), Map.of("u", archive("uptime/1_month")));

    assertThat(keys("models/parts/")).hasSize(3);
  }

  @Test
  void parts_areStoredOnceByNameAndReadWhenAskedFor() {
    NetworkModel model = aNetworkOf(3, 1).build();
    var part = new WorstRelays(List.of(2, 0));
    var first = store.save("m1", model, List.of(part), Map.of());
    store.save("m2", aNetworkOf(3, 2).build(), List.of(part), Map.of());

    assertThat(first.parts()).containsKey("part-worst-relays");
    assertThat(first.objects()).containsEntry("worst", 2);
    assertThat(keys("models/parts/")).as("two cores and one part").hasSize(3);
    var parts = store.load("m2").parts();
    assertThat(parts.get(WorstRelays.class)).isEqualTo(part);
    assertThat(parts.get(WorstRelays.class)).isSameAs(parts.get(WorstRelays.class));
  }

  @Test
  void partThatAModelLacks_isNamed() {
    store.save("m1", aNetworkOf(3, 1).build(), List.of(), Map.of());
    var parts = store.load("m1").parts();

    assertThatThrownBy(() -> parts.get(WorstRelays.class))
        .hasMessageContaining("m1")
        .hasMessageContaining("worst-relays");
  }

  /// A part as an analysis could make it.
  record WorstRelays(List<Integer> relays) implements ModelPart {
    @Override
    public Map<String, Integer> objects() {
      return Map.of("worst", relays.size());
    }
  }

  @Test
  void descriptorCountsTheObjectsOfEachFamily() {
    NetworkModel model = aNetworkOf(60, 1).build();
    store.save("m1", model, List.of(), Map.of());

    assertThat(store.exists("m1")).isTrue();
    assertThat(store.exists("m2")).isFalse();
    assertThat(store.descriptor("m1").objects())
        .containsEntry("relay", 60)
        .containsEntry("country", model.groups("country").size())
        .containsEntry("network", model.groups("network").size());
  }

  @Test
  void missingObject_isNamed() {
    var saved = store.save("m1", aNetworkOf(3, 1).build(), List.of(), Map.of());
    String core = ModelStore.partKey(saved.parts().getOrDefault(ModelDescriptor.CORE, ""));
    objects.delete(List.of(core));

    assertThatThrownBy(() -> store.load("m1"))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("m1")
        .hasMessageContaining(core);
  }

  private List<String> keys(String prefix) {
    List<String> keys = new ArrayList<>();
    objects.list(prefix, (ObjectStore.ObjectInfo object) -> keys.add(object.key()));
    return keys;
  }

  private static SeriesArchive archive(String name) {
    var writer = new SeriesArchive.Writer();
    writer.add(
        RELAY,
        List.of(
            new Series(
                name,
                Instant.parse("2026-01-01T02:00:00Z"),
                Duration.ofHours(4),
                0.001,
                new short[] {1, 2, Series.UNKNOWN, 999})));
    return writer.finish();
  }
}
