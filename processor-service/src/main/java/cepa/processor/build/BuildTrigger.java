package cepa.processor.build;

import cepa.build.BuildLedger;
import cepa.topic.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// When snapshots start a build: a short quiet time after one arrived, so that pages improve as
/// each source lands without a build for every one of them. The very first build waits longer, for
/// sources that have neither delivered nor failed. Not safe for several threads.
final class BuildTrigger {

  private final Waits waits;
  private final Set<String> sources;
  private final Set<String> settled = new TreeSet<>();
  private @Nullable Instant firstArrival;
  private Instant lastArrival = Instant.MIN;

  /// @param automatic false: never
  /// @param quiet how long nothing must arrive
  /// @param longest how long arrivals may put a build off
  /// @param firstGrace how long the first build waits for sources not heard of
  record Waits(boolean automatic, Duration quiet, Duration longest, Duration firstGrace) {}

  /// @param sources ids of the sources that are expected to deliver
  BuildTrigger(Waits waits, Set<String> sources) {
    this.waits = waits;
    this.sources = Set.copyOf(sources);
  }

  /// A snapshot was accepted or rejected.
  void snapshot(String source, Instant now) {
    settled.add(source);
    lastArrival = now;
    if (firstArrival == null) {
      firstArrival = now;
    }
  }

  /// An attempt of a source ended, whatever came of it.
  void status(SourceStatus status) {
    settled.add(status.source());
  }

  boolean isDue(Instant now, BuildLedger builds) {
    if (!waits.automatic() || firstArrival == null) {
      return false;
    }
    boolean quiet = !now.isBefore(lastArrival.plus(waits.quiet()));
    boolean longEnough = !now.isBefore(firstArrival.plus(waits.longest()));
    boolean first = builds.builds().stream().noneMatch(b -> b.state() == BuildLedger.State.LIVE);
    if (first
        && !settled.containsAll(sources)
        && now.isBefore(firstArrival.plus(waits.firstGrace()))) {
      return false;
    }
    return quiet || longEnough;
  }

  /// The build has been started.
  void done() {
    firstArrival = null;
  }
}
