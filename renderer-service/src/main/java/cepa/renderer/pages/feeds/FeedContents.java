package cepa.renderer.pages.feeds;

import cepa.model.Fingerprint;
import cepa.model.GroupChange;
import cepa.model.NetworkTrend;
import cepa.model.Relay;
import cepa.model.RelayChange;
import cepa.model.RelayGroup;
import cepa.renderer.PageContext;
import cepa.renderer.view.Day;
import cepa.renderer.view.Difference;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Rate;
import cepa.renderer.view.Rounding;
import cepa.renderer.view.relay.RelayRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Turns the history into feeds.
///
/// @param context the model
record FeedContents(PageContext context) {

  private static final int LISTED = 20;
  private static final int DAYS = 30;

  Feed relay(Relay relay, String page) {
    String hex = relay.fingerprint().hex();
    return new Feed(
        "relay/" + hex,
        "Relay " + RelayRow.nickname(relay) + " " + hex,
        page,
        begun(relay.times().firstSeen()),
        relay.changes().stream().map(FeedContents::entry).toList());
  }

  private static Feed.Entry entry(RelayChange change) {
    String from = value(change, change.from());
    String to = value(change, change.to());
    String what = what(change.kind());
    String values =
        from == null && to == null
            ? what
            : what
                + ": "
                + (from == null ? "" : from)
                + (from != null && to != null ? " → " : "")
                + (to == null ? "" : to);
    return new Feed.Entry(
        change.at() + " " + change.kind() + " " + change.from() + " " + change.to(),
        change.at(),
        values,
        values + ".");
  }

  /// Contact and family change in ways that no two short values show.
  private static @Nullable String value(RelayChange change, @Nullable String value) {
    return switch (change.kind()) {
      case CONTACT, FAMILY, APPEARED, STARTED, STOPPED -> null;
      case NICKNAME, FLAG_GAINED, FLAG_LOST, VERSION, ADDRESS, NETWORK, COUNTRY ->
          DisplayText.line(value, DisplayText.ADDRESS);
    };
  }

  private static String what(RelayChange.Kind kind) {
    return switch (kind) {
      case APPEARED -> "First seen here";
      case STARTED -> "Running again";
      case STOPPED -> "Not running";
      case NICKNAME -> "New nickname";
      case FLAG_GAINED -> "Flag gained";
      case FLAG_LOST -> "Flag lost";
      case VERSION -> "Other version of Tor";
      case ADDRESS -> "Other addresses";
      case NETWORK -> "Other network";
      case COUNTRY -> "Other country";
      case CONTACT -> "Other contact";
      case FAMILY -> "Other family";
    };
  }

  Feed group(String kind, RelayGroup group, String page) {
    String name = DisplayText.line(group.name(), DisplayText.NETWORK_NAME);
    String key = DisplayText.lineOr(group.key(), DisplayText.NICKNAME, "?");
    return new Feed(
        kind + "/" + group.key(),
        "Relays of " + kind + " " + (name == null || name.equals(key) ? key : key + " " + name),
        page,
        begun(group.totals().firstSeen()),
        group.changes().stream().map(this::entry).toList());
  }

  private Feed.Entry entry(GroupChange change) {
    List<String> parts = new ArrayList<>();
    if (!change.gained().isEmpty()) {
      parts.add("gained " + relays(change.gained().size()));
    }
    if (!change.lost().isEmpty()) {
      parts.add("lost " + relays(change.lost().size()));
    }
    String title = String.join(", ", parts);
    String text =
        sentence("Gained", change.gained()) + sentence("Lost", change.lost()).stripTrailing();
    return new Feed.Entry(
        change.at().toString(),
        change.at(),
        title.isEmpty()
            ? "Changed"
            : title.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + title.substring(1),
        text);
  }

  private static String relays(int count) {
    return Rounding.grouped(count) + (count == 1 ? " relay" : " relays");
  }

  private String sentence(String verb, List<Fingerprint> fingerprints) {
    if (fingerprints.isEmpty()) {
      return "";
    }
    List<String> names =
        new ArrayList<>(fingerprints.stream().limit(LISTED).map(Fingerprint::hex).toList());
    int more = fingerprints.size() - names.size();
    if (more > 0) {
      names.add(Rounding.grouped(more) + " more");
    }
    return verb + " " + String.join(", ", names) + ". ";
  }

  /// The days that are over: the day the model speaks of still changes.
  Feed network(String page) {
    List<NetworkTrend.Point> days = context.model().trend().daily();
    List<Feed.Entry> entries = new ArrayList<>();
    for (int i = days.size() - 2; i >= Math.max(1, days.size() - 1 - DAYS); i--) {
      entries.add(day(days.get(i), days.get(i - 1)));
    }
    Instant begun = days.isEmpty() ? Instant.EPOCH : days.getFirst().at();
    return new Feed("network", "The Tor network, day by day", page, begun, entries);
  }

  private Feed.Entry day(NetworkTrend.Point day, NetworkTrend.Point before) {
    String date = Objects.requireNonNull(Day.of(day.at())).text();
    Rate rate =
        Objects.requireNonNull(
            Rate.of(day.observedBytesPerSecond(), context.model().site().bandwidthUnit()));
    String title = date + ": " + relays(day.running()) + " running, " + rate.text();
    return new Feed.Entry(
        date,
        day.at(),
        title,
        title
            + " observed. Compared with the day before: "
            + new Difference(day.running() - before.running()).text()
            + " running, "
            + new Difference(day.guards() - before.guards()).text()
            + " guards, "
            + new Difference(day.exits() - before.exits()).text()
            + " exits.");
  }

  private static Instant begun(@Nullable Instant first) {
    return first == null ? Instant.EPOCH : first;
  }
}
