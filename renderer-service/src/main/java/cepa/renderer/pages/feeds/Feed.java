package cepa.renderer.pages.feeds;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What a feed says, whatever its format.
///
/// @param subject what it is about, e.g. `relay/<fingerprint>`: ids follow from it, so they stay
///   the same wherever the site is
/// @param title raw text
/// @param page path of the page it stands beside
/// @param begun when its subject began, as far as is known: the feed's time while it has no entry
/// @param entries newest first
record Feed(String subject, String title, String page, Instant begun, List<Entry> entries) {

  Feed {
    entries = List.copyOf(entries);
  }

  /// @param key what tells it from all others of the feed
  /// @param at when it became known
  /// @param title raw text
  /// @param text raw text
  record Entry(String key, Instant at, String title, String text) {}

  String id() {
    return uuid(subject);
  }

  String id(Entry entry) {
    return uuid(subject + " " + entry.key());
  }

  /// When it last changed.
  Instant updated() {
    return entries.isEmpty() ? begun : entries.getFirst().at();
  }

  private static String uuid(String name) {
    return "urn:uuid:" + UUID.nameUUIDFromBytes(("cepa " + name).getBytes(StandardCharsets.UTF_8));
  }
}
