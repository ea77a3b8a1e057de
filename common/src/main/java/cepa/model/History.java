package cepa.model;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is remembered across snapshots, in bounded form: a fold over every accepted details
/// snapshot in log order.
///
/// @param snapshot id of the last snapshot folded in; null before the first
/// @param published its published time; null before the first
/// @param relays what is known of each relay, by fingerprint; forgotten [#FORGET_AFTER_DAYS] days
///   after it was last in a snapshot
/// @param groups membership changes by group kind and key, e.g. `country/DE`, `operator/<key>`
/// @param trend the network over time
public record History(
    @Nullable String snapshot,
    @Nullable Instant published,
    Map<Fingerprint, RelayMemory> relays,
    Map<String, List<GroupChange>> groups,
    NetworkTrend trend) {

  public static final int CHANGES_PER_RELAY = 20;
  public static final int CHANGES_PER_GROUP = 20;
  public static final int HOURLY_POINTS = 31 * 24;
  public static final int DAILY_POINTS = 5 * 366;
  public static final int FORGET_AFTER_DAYS = 30;

  public History {
    relays = Collections.unmodifiableSortedMap(new TreeMap<>(relays));
    groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
  }

  /// The history before any snapshot.
  public static History empty() {
    return new History(null, null, Map.of(), Map.of(), new NetworkTrend(List.of(), List.of()));
  }

  /// What the last snapshot that listed a relay said of it, and what changed before.
  ///
  /// @param lastListed published time of that snapshot
  /// @param state what changes are found against
  /// @param changes newest first
  public record RelayMemory(Instant lastListed, RelayState state, List<RelayChange> changes) {
    public RelayMemory {
      changes = List.copyOf(changes);
    }
  }

  /// The facts of a relay whose change is worth telling.
  ///
  /// @param family digest of the effective family; null if none
  /// @param contact digest of the contact text; null if none
  /// @param operator key of the operator; null without a contact
  public record RelayState(
      String nickname,
      boolean running,
      List<String> flags,
      @Nullable String version,
      List<String> addresses,
      @Nullable String network,
      @Nullable String country,
      @Nullable String contact,
      @Nullable String operator,
      @Nullable String family) {
    public RelayState {
      flags = List.copyOf(flags);
      addresses = List.copyOf(addresses);
    }
  }
}
