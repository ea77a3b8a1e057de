package cepa.processor.build;

import cepa.build.BuildEvent;
import cepa.build.BuildLedger;
import cepa.build.BuildManifest;
import cepa.build.BuildPlan;
import cepa.build.BuildRequest;
import cepa.build.BuildStore;
import cepa.build.RenderAssignment;
import cepa.digest.Sha256;
import cepa.processor.model.HistoryChain;
import cepa.processor.model.InputSelection;
import cepa.processor.model.InputSelection.Chosen;
import cepa.processor.model.ModelBuilder;
import cepa.processor.source.onionoodetails.DetailsReader;
import cepa.rule.AllowedToUseAFeature;
import cepa.topic.SnapshotLedger;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.SnapshotUnusableException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides what a build is made of. Not safe for several threads.
@AllowedToUseAFeature("the details source leads every model: its time is the model's moment")
final class Planner {

  private static final Logger log = LoggerFactory.getLogger(Planner.class);

  private static final DateTimeFormatter BUILD_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd't'HHmmss'z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final InputSelection selection;
  private final HistoryChain histories;
  private final ModelBuilder models;
  private final BuildStore builds;
  private final String codeVersion;
  private final int shards;
  private final String pathPrefix;

  /// Snapshots that could not be read; one published again is another manifest.
  private final Set<SnapshotManifest> unusable = new HashSet<>();

  Planner(
      InputSelection selection,
      HistoryChain histories,
      ModelBuilder models,
      BuildStore builds,
      Shape shape) {
    this.selection = selection;
    this.histories = histories;
    this.models = models;
    this.builds = builds;
    this.codeVersion = shape.codeVersion();
    this.shards = shape.shards();
    this.pathPrefix = shape.pathPrefix();
  }

  /// What is the same for every build of this processor.
  ///
  /// @param pathPrefix path of the base URL; empty at the root
  record Shape(String codeVersion, int shards, String pathPrefix) {}

  /// What came of planning.
  sealed interface Outcome {}

  /// A build to be told.
  record Planned(BuildEvent.Planned event, List<RenderAssignment> assignments) implements Outcome {}

  /// Readers see exactly this already.
  record AlreadyLive(String build) implements Outcome {}

  /// There is nothing to build from.
  record Impossible(String reason) implements Outcome {}

  /// A build of the newest inputs, because snapshots arrived.
  Outcome automatic(SnapshotLedger snapshots, Instant now) {
    return newest(snapshots, new Wish(null, true, false, "new snapshots"), now);
  }

  /// The build a request asks for.
  Outcome requested(
      BuildRequest request, SnapshotLedger snapshots, BuildLedger ledger, Instant now) {
    return switch (request) {
      case BuildRequest.AsOf asOf -> asOf(asOf, snapshots, ledger, now);
      case BuildRequest.SameInputs same -> sameInputs(same, snapshots, ledger, now);
      case BuildRequest.Latest latest ->
          newest(snapshots, new Wish(latest.id(), latest.publish(), latest.full(), "request"), now);
    };
  }

  /// A snapshot that cannot be read must not keep the others from readers: the one before it is
  /// used.
  private Outcome newest(SnapshotLedger snapshots, Wish wish, Instant now) {
    while (true) {
      Optional<Chosen> chosen = selection.at(snapshots, snapshots.end(), unusable);
      if (chosen.isEmpty()) {
        return new Impossible("No details snapshot that can be read has been accepted yet");
      }
      try {
        return plan(snapshots, chosen.get(), wish, now);
      } catch (SnapshotUnusableException e) {
        log.error("Going on without it: {}", e.getMessage());
        boolean known =
            chosen.get().snapshots().values().stream()
                .filter(snapshot -> snapshot.id().equals(e.snapshot()))
                .anyMatch(unusable::add);
        if (!known) {
          throw e;
        }
      }
    }
  }

  /// The last site of a details snapshot: what readers saw, if a build of it was live, else
  /// everything that came before the next details.
  private Outcome asOf(
      BuildRequest.AsOf request, SnapshotLedger snapshots, BuildLedger ledger, Instant now) {
    Optional<Chosen> chosen =
        snapshots
            .cutAsOf(DetailsReader.SOURCE, request.time())
            .flatMap(cut -> selection.at(snapshots, Math.min(cut, snapshots.end()), Set.of()))
            .map(all -> seen(all, snapshots, ledger).orElse(all));
    return chosen.isPresent()
        ? exactly(
            snapshots,
            chosen.get(),
            new Wish(request.id(), request.publish(), false, "replay as of " + request.time()),
            now)
        : new Impossible(
            "No details snapshot on the log was published at or before " + request.time());
  }

  /// What the last live build of the same details was made of: snapshots that came just before the
  /// next details may never have been shown without them.
  private Optional<Chosen> seen(Chosen all, SnapshotLedger snapshots, BuildLedger ledger) {
    String details = all.ids().get(DetailsReader.SOURCE);
    return ledger.builds().stream()
        .filter(build -> build.state() == BuildLedger.State.LIVE)
        .map(BuildLedger.Entry::plan)
        .filter(plan -> Objects.equals(details, plan.inputs().get(DetailsReader.SOURCE)))
        .max(Comparator.comparingLong(BuildPlan::cut))
        .flatMap(plan -> exact(plan, snapshots));
  }

  /// The inputs of an earlier build; empty if not all of them can be had.
  private Optional<Chosen> exact(BuildPlan plan, SnapshotLedger snapshots) {
    return selection
        .pinned(snapshots, plan.cut(), plan.inputs())
        .filter(found -> found.ids().equals(plan.inputs()));
  }

  private Outcome sameInputs(
      BuildRequest.SameInputs request, SnapshotLedger snapshots, BuildLedger ledger, Instant now) {
    Optional<BuildLedger.Entry> earlier = ledger.find(request.build());
    if (earlier.isEmpty()) {
      return new Impossible("There is no build " + request.build() + "; ./cepa builds lists them");
    }
    Optional<Chosen> chosen = exact(earlier.get().plan(), snapshots);
    return chosen.isPresent()
        ? exactly(
            snapshots,
            chosen.get(),
            new Wish(request.id(), request.publish(), false, "same inputs as " + request.build()),
            now)
        : new Impossible(
            "Inputs of build "
                + request.build()
                + " are no longer on the log, or cepa.processor.sources leaves them out");
  }

  /// A past site is shown as it was or not at all.
  private Outcome exactly(SnapshotLedger snapshots, Chosen chosen, Wish wish, Instant now) {
    try {
      return plan(snapshots, chosen, wish, now);
    } catch (SnapshotUnusableException e) {
      return new Impossible(String.valueOf(e.getMessage()));
    }
  }

  private Outcome plan(SnapshotLedger snapshots, Chosen chosen, Wish wish, Instant now) {
    models.readAhead(chosen);
    HistoryChain.Link history = histories.at(snapshots, chosen.cut());
    String model = models.id(chosen, history.id());
    Optional<BuildManifest> live =
        builds.live().flatMap(pointer -> builds.manifest(pointer.value().build()));
    boolean same = live.map(l -> l.plan().model().equals(model)).orElse(false);
    if (same && wish.publish() && !wish.full()) {
      return new AlreadyLive(live.get().build());
    }
    models.build(chosen, history);
    String build =
        BUILD_TIME.format(now)
            + "-"
            + Sha256.hex(List.of(model, wish.request() + "", now.toString())).substring(0, 6);
    String base =
        wish.full() ? null : live.filter(this::isBase).map(BuildManifest::build).orElse(null);
    var plan =
        new BuildPlan(
            model,
            codeVersion,
            chosen.asOf(),
            chosen.cut(),
            chosen.ids(),
            history.id(),
            base,
            live.map(BuildManifest::build).orElse(null),
            shards,
            wish.publish(),
            pathPrefix,
            wish.cause(),
            wish.request());
    List<RenderAssignment> assignments = new ArrayList<>(shards);
    for (int shard = 0; shard < shards; shard++) {
      assignments.add(new RenderAssignment(build, shard, shards, model, plan.base(), codeVersion));
    }
    return new Planned(new BuildEvent.Planned(build, now, plan), assignments);
  }

  /// Whether pages of this build may be kept: they were made by the same code, in the same shards,
  /// with links that begin the same.
  private boolean isBase(BuildManifest build) {
    BuildPlan plan = build.plan();
    return plan.codeVersion().equals(codeVersion)
        && plan.shards() == shards
        && plan.pathPrefix().equals(pathPrefix);
  }

  /// @param request id of the request; null if nobody asked
  /// @param full whether every page is rendered
  private record Wish(@Nullable String request, boolean publish, boolean full, String cause) {}
}
