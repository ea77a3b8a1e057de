package cepa.fetcher.onionoo;

import cepa.error.PermanentException;
import cepa.fetcher.UpstreamText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What an Onionoo document says about itself, and what was counted in it. Upstream's members keep
/// their names; ours follow.
public final class OnionooEnvelope {

  /// Number of bridges, which are not published as records.
  public static final String BRIDGES = "bridges_count";

  /// Number of elements of `relays` that were passed over: no or no valid fingerprint, or too
  /// large; absent if none.
  public static final String REJECTED = "relays_rejected";

  /// Number of relays passed over because their fingerprint came before; the first one counts.
  /// Absent if none.
  public static final String DUPLICATES = "relays_duplicated";

  /// Number of published relays with `running` true; absent if the document does not know.
  public static final String RUNNING = "relays_running";

  private static final int MAX_MEMBERS = 32;
  private static final int MAX_LENGTH = 256;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  private final String document;
  private final Map<String, String> fields = new TreeMap<>();

  OnionooEnvelope(String document) {
    this.document = document;
  }

  /// Keeps a scalar member; long or many ones are no facts about the document and are left out.
  void add(String name, @Nullable String value) {
    if (value != null
        && fields.size() < MAX_MEMBERS
        && name.length() <= MAX_LENGTH
        && value.length() <= MAX_LENGTH
        && UpstreamText.isWhole(name + value)) {
      fields.put(name, value);
    }
  }

  void count(String name, long count) {
    fields.put(name, Long.toString(count));
  }

  void countIfAny(String name, long count) {
    if (count > 0) {
      count(name, count);
    } else {
      fields.remove(name);
    }
  }

  Map<String, String> fields() {
    return fields;
  }

  /// Upstream's time of the data, after making sure that the document is one to be used.
  ///
  /// @throws PermanentException if version or time are missing or unreadable, the version is newer
  ///   than this code, or the document is only a part of the list
  Instant published() {
    requireVersion();
    requireWhole("relays_skipped");
    requireWhole("relays_truncated");
    String text = required("relays_published");
    try {
      return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw refused("has an unreadable relays_published: " + UpstreamText.shown(text), e);
    }
  }

  private void requireVersion() {
    String version = required("version");
    int dot = version.indexOf('.');
    try {
      int major = Integer.parseInt(dot < 0 ? version : version.substring(0, dot));
      if (major > OnionooSplitter.MAJOR_VERSION) {
        throw refused(
            "has protocol version "
                + UpstreamText.shown(version)
                + "; this code knows up to "
                + OnionooSplitter.MAJOR_VERSION
                + ".x, use a newer release",
            null);
      }
    } catch (NumberFormatException e) {
      throw refused("has an unreadable version: " + UpstreamText.shown(version), e);
    }
  }

  private void requireWhole(String field) {
    String count = fields.get(field);
    if (count != null && !count.equals("0")) {
      throw refused(
          "is only a part of the list ("
              + field
              + " "
              + UpstreamText.shown(count)
              + "): remove limit and offset from the URL",
          null);
    }
  }

  private String required(String field) {
    String value = fields.get(field);
    if (value == null) {
      throw refused("has no " + field, null);
    }
    return value;
  }

  private PermanentException refused(String what, @Nullable Exception cause) {
    return new PermanentException("Document " + document + " " + what, cause);
  }
}
