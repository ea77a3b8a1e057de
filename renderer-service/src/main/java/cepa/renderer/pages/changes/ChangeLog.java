package cepa.renderer.pages.changes;

import cepa.model.Fingerprint;
import cepa.model.NetworkModel;
import cepa.model.Relay;
import cepa.model.RelayChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The changes of the last days by UTC day.
///
/// @param days changes of each day that has some, newest first; of equal times what matters most,
///   then by relay: a family of hundreds that changed does not hide who came and went
record ChangeLog(NavigableMap<LocalDate, List<Entry>> days) {

  /// The day of the model and those before it. What is remembered of a relay is bounded, so further
  /// back the days would lose more and more of what happened.
  static final int DAYS = 14;

  /// @param relay what it is about
  record Entry(Relay relay, RelayChange change) {
    Fingerprint fingerprint() {
      return relay.fingerprint();
    }
  }

  private static final Comparator<Entry> ORDER =
      Comparator.comparing((Entry entry) -> entry.change().at())
          .reversed()
          .thenComparing(entry -> entry.change().kind())
          .thenComparing(Entry::fingerprint);

  static ChangeLog of(NetworkModel model) {
    LocalDate last = day(model.asOf());
    LocalDate first = last.minusDays(DAYS - 1L);
    TreeMap<LocalDate, List<Entry>> days = new TreeMap<>(Comparator.reverseOrder());
    for (Relay relay : model.relays()) {
      for (RelayChange change : relay.changes()) {
        LocalDate day = day(change.at());
        if (!day.isBefore(first) && !day.isAfter(last)) {
          days.computeIfAbsent(day, date -> new ArrayList<>()).add(new Entry(relay, change));
        }
      }
    }
    days.values().forEach(entries -> entries.sort(ORDER));
    return new ChangeLog(Collections.unmodifiableNavigableMap(days));
  }

  List<Entry> of(LocalDate day) {
    return days.getOrDefault(day, List.of());
  }

  /// The changes of a day by snapshot, newest first.
  Map<Instant, List<Entry>> bySnapshot(LocalDate day) {
    Map<Instant, List<Entry>> snapshots = new TreeMap<>(Comparator.reverseOrder());
    for (Entry entry : of(day)) {
      snapshots.computeIfAbsent(entry.change().at(), at -> new ArrayList<>()).add(entry);
    }
    return snapshots;
  }

  static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
