package cepa.processor.history;

import cepa.model.Contact;
import cepa.model.Fingerprint;
import cepa.model.GroupChange;
import cepa.model.History;
import cepa.model.History.RelayMemory;
import cepa.model.History.RelayState;
import cepa.model.NetworkTrend;
import cepa.model.RelayChange;
import cepa.processor.source.onionoodetails.Details;
import cepa.processor.source.onionoodetails.RelayDetails;
import cepa.rule.AllowedToUseAFeature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// `history = fold(previous history, next accepted details snapshot)`: pure, bounded.
@AllowedToUseAFeature("histories are a fold over the details source, which leads every model")
public final class HistoryFold {

  /// Raise it when the fold's outcome changes: it is part of every history's id.
  public static final int VERSION = 2;

  private HistoryFold() {}

  /// @param previous the history up to the snapshot accepted before
  /// @param details the next accepted snapshot, in log order
  public static History fold(History previous, Details details) {
    Instant now = details.published();
    if (previous.published() != null && now.isBefore(previous.published())) {
      // Accepted late: what it says has been overtaken, and time does not run backwards.
      return new History(
          details.snapshot(),
          previous.published(),
          previous.relays(),
          previous.groups(),
          previous.trend());
    }
    boolean first = previous.snapshot() == null;
    Map<Fingerprint, RelayMemory> relays = new TreeMap<>();
    var groups = new GroupChanges();
    for (RelayDetails relay : details.relays()) {
      RelayMemory known = previous.relays().get(relay.fingerprint());
      RelayState state = state(relay);
      // The first snapshot ever seen tells what there is, not what is new.
      List<RelayChange> found = first ? List.of() : RelayChanges.between(known, state, now);
      RelayState before = stateBefore(known, previous.published());
      if (!first) {
        groups.note(relay.fingerprint(), before, state);
      }
      relays.put(
          relay.fingerprint(),
          new RelayMemory(
              now,
              state,
              newestFirst(
                  found, known == null ? List.of() : known.changes(), History.CHANGES_PER_RELAY)));
    }
    previous
        .relays()
        .forEach((fingerprint, known) -> {
          if (!relays.containsKey(fingerprint)) {
            groups.note(fingerprint, stateBefore(known, previous.published()), null);
            if (known.lastListed().isAfter(now.minus(Duration.ofDays(History.FORGET_AFTER_DAYS)))) {
              relays.put(fingerprint, known);
            }
          }
        });
    return new History(
        details.snapshot(),
        now,
        relays,
        groups.added(previous.groups(), now),
        trend(previous.trend(), point(details)));
  }

  /// What the snapshot before said of a relay; null if it did not list it.
  private static @Nullable RelayState stateBefore(
      @Nullable RelayMemory known, @Nullable Instant published) {
    return known != null && known.lastListed().equals(published) ? known.state() : null;
  }

  private static RelayState state(RelayDetails relay) {
    Contact contact = relay.contact();
    return new RelayState(
        relay.nickname(),
        relay.running(),
        relay.flags(),
        relay.software().version(),
        relay.addresses().or(),
        relay.network() == null ? null : relay.network().number(),
        relay.place() == null ? null : relay.place().country(),
        contact.text().isEmpty() ? null : Digests.ofText(contact.text()),
        contact.isNamed() ? contact.operator() : null,
        relay.effectiveFamily().size() < 2 ? null : Digests.ofMembers(relay.effectiveFamily()));
  }

  private static NetworkTrend.Point point(Details details) {
    int running = 0;
    int guards = 0;
    int exits = 0;
    long observed = 0;
    for (RelayDetails relay : details.relays()) {
      if (relay.running()) {
        running++;
        guards += relay.flags().contains("Guard") ? 1 : 0;
        exits += relay.flags().contains("Exit") ? 1 : 0;
        observed += relay.bandwidth().observedOrZero();
      }
    }
    return new NetworkTrend.Point(
        details.published(), details.relays().size(), running, guards, exits, observed);
  }

  private static NetworkTrend trend(NetworkTrend previous, NetworkTrend.Point point) {
    List<NetworkTrend.Point> hourly = new ArrayList<>(previous.hourly());
    hourly.add(point);
    List<NetworkTrend.Point> daily = new ArrayList<>(previous.daily());
    long day = Math.floorDiv(point.at().getEpochSecond(), Duration.ofDays(1).toSeconds());
    if (!daily.isEmpty()
        && Math.floorDiv(daily.getLast().at().getEpochSecond(), Duration.ofDays(1).toSeconds())
            == day) {
      daily.removeLast();
    }
    daily.add(point);
    return new NetworkTrend(
        newest(hourly, History.HOURLY_POINTS), newest(daily, History.DAILY_POINTS));
  }

  private static <T> List<T> newest(List<T> all, int most) {
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  private static <T> List<T> newestFirst(List<T> found, List<T> known, int most) {
    if (found.isEmpty()) {
      return known;
    }
    List<T> all = new ArrayList<>(found);
    all.addAll(known);
    return all.subList(0, Math.min(all.size(), most));
  }

  /// Collects which relays joined and left which groups.
  private static final class GroupChanges {
    private final Map<String, TreeSet<Fingerprint>> gained = new TreeMap<>();
    private final Map<String, TreeSet<Fingerprint>> lost = new TreeMap<>();

    private void note(Fingerprint relay, @Nullable RelayState before, @Nullable RelayState after) {
      move(
          relay,
          "country",
          before == null ? null : before.country(),
          after == null ? null : after.country());
      move(
          relay,
          "network",
          before == null ? null : before.network(),
          after == null ? null : after.network());
      move(
          relay,
          "operator",
          before == null ? null : before.operator(),
          after == null ? null : after.operator());
    }

    private void move(Fingerprint relay, String kind, @Nullable String from, @Nullable String to) {
      if (from != null && !from.equals(to)) {
        lost.computeIfAbsent(kind + "/" + from, _ -> new TreeSet<>()).add(relay);
      }
      if (to != null && !to.equals(from)) {
        gained.computeIfAbsent(kind + "/" + to, _ -> new TreeSet<>()).add(relay);
      }
    }

    private Map<String, List<GroupChange>> added(
        Map<String, List<GroupChange>> previous, Instant now) {
      Map<String, List<GroupChange>> groups = new TreeMap<>(previous);
      TreeSet<String> touched = new TreeSet<>(gained.keySet());
      touched.addAll(lost.keySet());
      for (String group : touched) {
        var change =
            new GroupChange(
                now,
                List.copyOf(gained.getOrDefault(group, new TreeSet<>())),
                List.copyOf(lost.getOrDefault(group, new TreeSet<>())));
        groups.put(
            group,
            newestFirst(
                List.of(change), groups.getOrDefault(group, List.of()), History.CHANGES_PER_GROUP));
      }
      return groups;
    }
  }
}
