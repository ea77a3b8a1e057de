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
import cepa.renderer.view.relay.RelayRow;
import cepa.renderer.view.template.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        text("feeds.relay", RelayRow.nickname(relay), hex),
        page,
        begun(relay.times().firstSeen()),
        relay.changes().stream().map(this::entry).toList());
  }

  private Feed.Entry entry(RelayChange change) {
    String from = value(change, change.from());
    String to = value(change, change.to());
    String what = text("feeds.change." + change.kind());
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

  Feed group(String kind, RelayGroup group, String page) {
    String name = DisplayText.line(group.name(), DisplayText.NETWORK_NAME);
    String key = DisplayText.lineOr(group.key(), DisplayText.NICKNAME, "?");
    return new Feed(
        kind + "/" + group.key(),
        text("feeds.group." + kind, name == null || name.equals(key) ? key : key + " " + name),
        page,
        begun(group.totals().firstSeen()),
        group.changes().stream().map(this::entry).toList());
  }

  private Feed.Entry entry(GroupChange change) {
    List<String> parts = new ArrayList<>();
    if (!change.gained().isEmpty()) {
      parts.add(text("feeds.gained", relays(change.gained().size())));
    }
    if (!change.lost().isEmpty()) {
      parts.add(text("feeds.lost", relays(change.lost().size())));
    }
    String title = String.join(", ", parts);
    String text =
        sentence("feeds.gained", change.gained())
            + sentence("feeds.lost", change.lost()).stripTrailing();
    return new Feed.Entry(
        change.at().toString(),
        change.at(),
        title.isEmpty()
            ? text("feeds.changed")
            : title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1),
        text);
  }

  private String relays(int count) {
    return text(count == 1 ? "feeds.one" : "feeds.relays", count);
  }

  private String text(String key, Object... arguments) {
    return Messages.of(context).text(key, arguments);
  }

  private String sentence(String key, List<Fingerprint> fingerprints) {
    if (fingerprints.isEmpty()) {
      return "";
    }
    List<String> names =
        new ArrayList<>(fingerprints.stream().limit(LISTED).map(Fingerprint::hex).toList());
    int more = fingerprints.size() - names.size();
    if (more > 0) {
      names.add(text("feeds.more", more));
    }
    String sentence = text(key, String.join(", ", names));
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1) + ". ";
  }

  /// The days that are over: the day the model speaks of still changes.
  Feed network(String page) {
    List<NetworkTrend.Point> days = context.model().trend().daily();
    List<Feed.Entry> entries = new ArrayList<>();
    for (int i = days.size() - 2; i >= Math.max(1, days.size() - 1 - DAYS); i--) {
      entries.add(day(days.get(i), days.get(i - 1)));
    }
    Instant begun = days.isEmpty() ? Instant.EPOCH : days.getFirst().at();
    return new Feed("network", text("feeds.network"), page, begun, entries);
  }

  private Feed.Entry day(NetworkTrend.Point day, NetworkTrend.Point before) {
    String date = Objects.requireNonNull(Day.of(day.at())).text();
    Rate rate =
        Objects.requireNonNull(
            Rate.of(day.observedBytesPerSecond(), context.model().site().bandwidthUnit()));
    String title = text("feeds.day", date, relays(day.running()), rate);
    return new Feed.Entry(
        date,
        day.at(),
        title,
        text(
            "feeds.day.compared",
            title,
            new Difference(day.running() - before.running()),
            new Difference(day.guards() - before.guards()),
            new Difference(day.exits() - before.exits())));
  }

  private static Instant begun(@Nullable Instant first) {
    return first == null ? Instant.EPOCH : first;
  }
}
