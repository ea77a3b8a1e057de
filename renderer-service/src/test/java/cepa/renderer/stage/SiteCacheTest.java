package cepa.renderer.stage;

import static cepa.testing.model.Networks.aNetwork;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.artefact.ModelStore.LoadedModel;
import cepa.error.RetriableException;
import cepa.renderer.asset.Assets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SiteCacheTest {

  private final List<String> loaded = new ArrayList<>();

  @Test
  void lastTwoModelsAreKept_olderOnesLoadedAnew() {
    SiteCache cache = cache(this::load);
    List.of("a", "b", "a", "b", "c", "b", "a").forEach(cache::get);

    assertThat(loaded).containsExactly("a", "b", "c", "a");
  }

  @Test
  void failedLoad_isTriedAgain() {
    SiteCache cache =
        cache(id -> {
          loaded.add(id);
          if (loaded.size() == 1) {
            throw new RetriableException("the store is busy", null);
          }
          return aNetwork().load(id);
        });

    assertThatThrownBy(() -> cache.get("a")).hasMessage("the store is busy");
    assertThat(cache.get("a")).isSameAs(cache.get("a"));
    assertThat(loaded).containsExactly("a", "a");
  }

  @Test
  void whoeverAsksMeanwhile_waitsForTheSameSite() throws Exception {
    var loading = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    SiteCache cache =
        cache(id -> {
          loading.countDown();
          awaitQuietly(go);
          return load(id);
        });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> cache.get("a"));
      loading.await();
      var second = threads.submit(() -> cache.get("a"));
      go.countDown();

      assertThat(second.get()).isSameAs(first.get());
    }
    assertThat(loaded).containsExactly("a");
  }

  private LoadedModel load(String id) {
    loaded.add(id);
    return aNetwork().load(id);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SiteCache cache(Function<String, LoadedModel> models) {
    var assets = new Assets(Map.of("cepa.css", new byte[0]));
    return new SiteCache(models, List.of(), assets, new SiteCache.Limits(2, 0));
  }
}
