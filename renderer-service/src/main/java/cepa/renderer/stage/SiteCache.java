package cepa.renderer.stage;

import cepa.artefact.ModelStore;
import cepa.artefact.ModelStore.LoadedModel;
import cepa.error.RetriableException;
import cepa.renderer.PageFamily;
import cepa.renderer.asset.Assets;
import cepa.renderer.template.Fragments;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// The sites of the last few models: a model is loaded once, whoever asks meanwhile waits for it.
/// Safe for many threads.
public final class SiteCache {

  private static final String STYLESHEET = "cepa.css";

  private final Function<String, LoadedModel> models;
  private final List<PageFamily> families;
  private final String stylesheet;
  private final Limits limits;
  private final Map<String, CompletableFuture<Site>> sites = new LinkedHashMap<>(8, 0.75f, true);

  public SiteCache(ModelStore models, List<PageFamily> families, Assets assets, Limits limits) {
    this(models::load, families, assets, limits);
  }

  /// @param models loads a model by its id
  /// @throws IllegalStateException if two families have the same id, or there is no stylesheet
  public SiteCache(
      Function<String, LoadedModel> models,
      List<PageFamily> families,
      Assets assets,
      Limits limits) {
    this.models = models;
    this.families = families.stream().sorted(Comparator.comparing(PageFamily::id)).toList();
    String path = assets.path(STYLESHEET);
    if (path == null) {
      throw new IllegalStateException(
          "There is no asset/" + STYLESHEET + " on the class path; every page refers to it");
    }
    this.stylesheet = path;
    this.limits = limits;
    Set<String> ids = new HashSet<>();
    for (PageFamily family : families) {
      if (!ids.add(family.id())) {
        throw new IllegalStateException("Two page families are called " + family.id());
      }
    }
  }

  Site get(String model) {
    var mine = new CompletableFuture<Site>();
    CompletableFuture<Site> known;
    synchronized (sites) {
      known = sites.putIfAbsent(model, mine);
      if (known == null) {
        forgetOldest();
      }
    }
    return known == null ? load(model, mine) : await(known);
  }

  private void forgetOldest() {
    var oldest = sites.keySet().iterator();
    while (sites.size() > limits.models) {
      oldest.next();
      oldest.remove();
    }
  }

  private Site load(String model, CompletableFuture<Site> mine) {
    try {
      var fragments = new Fragments(limits.fragmentBytes);
      var site = new Site(models.apply(model), families, fragments, stylesheet);
      mine.complete(site);
      return site;
    } catch (RuntimeException | Error e) {
      // Whoever waits learns of it too; the next one to ask tries again.
      synchronized (sites) {
        sites.remove(model, mine);
      }
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private static Site await(CompletableFuture<Site> site) {
    while (true) {
      try {
        return site.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        Progress.current().tick();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException("The model could not be loaded", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new RetriableException("Interrupted while waiting for a model", e);
      }
    }
  }

  /// How much is kept.
  ///
  /// @param models models, the latest used ones
  /// @param fragmentBytes bytes of rendered fragments a model
  public record Limits(int models, long fragmentBytes) {}
}
