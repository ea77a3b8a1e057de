package cepa.processor.build;

import cepa.artefact.ModelDescriptor;
import cepa.artefact.ModelStore;
import cepa.build.BuildManifest;
import cepa.build.BuildStore;
import cepa.build.LiveBuild;
import cepa.build.ManifestPart;
import cepa.build.PageEntry;
import cepa.json.Json;
import cepa.processor.history.HistoryStore;
import cepa.store.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Deletes what no kept build needs. Everything is marked from the builds that are kept and the
/// ones under way; what is not marked is deleted once it is old enough, so that nothing just
/// written is ever lost.
final class GarbageCollector {

  private static final String MANIFEST = "/manifest.json";
  private static final Duration ASSET_AGE = Duration.ofDays(30);

  private final ObjectStore objects;
  private final BuildStore builds;
  private final int keptBuilds;
  private final int keptDays;
  private final Duration age;

  GarbageCollector(ObjectStore objects, int keptBuilds, int keptDays, Duration age) {
    this.objects = objects;
    this.builds = new BuildStore(objects);
    this.keptBuilds = keptBuilds;
    this.keptDays = keptDays;
    this.age = age;
  }

  /// If a kept build cannot be read nothing is deleted: what it needs is not known.
  ///
  /// @param unfinished builds under way, with the builds they are based on and the models they
  ///   render
  /// @return keys deleted, in order
  List<String> collect(Instant now, Collection<Unfinished> unfinished) {
    List<BuildManifest> manifests = manifests();
    Set<String> marked = new HashSet<>();
    for (BuildManifest manifest : kept(manifests, now)) {
      mark(manifest, marked);
    }
    for (Unfinished build : unfinished) {
      markModel(build.model(), marked);
      manifests.stream().filter(m -> m.build().equals(build.base())).forEach(m -> mark(m, marked));
    }
    List<String> garbage = new ArrayList<>();
    Instant old = now.minus(age);
    for (String prefix : List.of("builds/", "parts/", "packs/", "models/")) {
      sweep(prefix, marked, old, garbage);
    }
    sweepHistories(old, garbage);
    sweep("assets/", marked, now.minus(ASSET_AGE), garbage);
    objects.delete(garbage);
    return garbage;
  }

  /// A build that is not finished yet.
  record Unfinished(String model, @Nullable String base) {}

  private List<BuildManifest> manifests() {
    List<BuildManifest> manifests = new ArrayList<>();
    objects.list(
        "builds/",
        object -> {
          if (object.key().endsWith(MANIFEST)) {
            objects
                .get(object.key())
                .ifPresent(found -> manifests.add(Json.read(found.body(), BuildManifest.class)));
          }
        });
    manifests.sort(Comparator.comparing(BuildManifest::created).reversed());
    return manifests;
  }

  /// The newest ones, one of each day, and what is or was live.
  private List<BuildManifest> kept(List<BuildManifest> newestFirst, Instant now) {
    Optional<LiveBuild> live = builds.live().map(BuildStore.Live::value);
    LocalDate oldest = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(keptDays);
    Set<LocalDate> days = new HashSet<>();
    List<BuildManifest> kept = new ArrayList<>();
    for (int i = 0; i < newestFirst.size(); i++) {
      BuildManifest manifest = newestFirst.get(i);
      LocalDate day = LocalDate.ofInstant(manifest.created(), ZoneOffset.UTC);
      boolean firstOfDay = !day.isBefore(oldest) && days.add(day);
      boolean pointed =
          live.isPresent()
              && (manifest.build().equals(live.get().build())
                  || manifest.build().equals(live.get().previous()));
      if (i < keptBuilds || firstOfDay || pointed) {
        kept.add(manifest);
      }
    }
    return kept;
  }

  private void mark(BuildManifest manifest, Set<String> marked) {
    marked.add(BuildStore.manifestKey(manifest.build()));
    markModel(manifest.plan().model(), marked);
    manifest.assets().forEach(asset -> marked.add(BuildStore.assetKey(asset)));
    for (String digest : manifest.parts()) {
      if (marked.add(BuildStore.partKey(digest))) {
        ManifestPart part = builds.part(digest);
        for (PageEntry page : part.pages()) {
          if (page.pack() != null) {
            marked.add(BuildStore.packKey(page.pack()));
          }
        }
      }
    }
  }

  private void markModel(String model, Set<String> marked) {
    marked.add(ModelStore.descriptorKey(model));
    objects
        .get(ModelStore.descriptorKey(model))
        .map(found -> Json.read(found.body(), ModelDescriptor.class))
        .ifPresent(descriptor ->
            descriptor.parts().values().forEach(p -> marked.add(ModelStore.partKey(p))));
  }

  private void sweep(String prefix, Set<String> marked, Instant old, List<String> garbage) {
    objects.list(
        prefix,
        object -> {
          if (!marked.contains(object.key()) && object.lastModified().isBefore(old)) {
            garbage.add(object.key());
          }
        });
  }

  /// Histories are the memory that outlives the log: the newest few stay whatever their age, older
  /// ones are kept as long as the builds of their day are.
  private void sweepHistories(Instant old, List<String> garbage) {
    List<ObjectStore.ObjectInfo> all = new ArrayList<>();
    objects.list(HistoryStore.PREFIX, all::add);
    all.sort(Comparator.comparing(ObjectStore.ObjectInfo::lastModified).reversed());
    Set<LocalDate> days = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      ObjectStore.ObjectInfo history = all.get(i);
      LocalDate day = LocalDate.ofInstant(history.lastModified(), ZoneOffset.UTC);
      boolean firstOfDay = days.add(day) && days.size() <= keptDays;
      if (i >= keptBuilds && !firstOfDay && history.lastModified().isBefore(old)) {
        garbage.add(history.key());
      }
    }
  }
}
