package cepa.fetcher.collector;

import cepa.error.PermanentException;
import cepa.fetcher.Entities;
import cepa.fetcher.SplitDocument;
import cepa.fetcher.SpooledDocument;
import cepa.fetcher.UpstreamText;
import cepa.model.Fingerprint;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is found in one document: its records, what is counted, and what it says about itself.
public final class Records {

  /// Key of the record with everything before the first relay.
  public static final String HEAD = "head";

  /// Key of the record with everything after the last relay.
  public static final String FOOT = "foot";

  /// In the envelope: number of records that are relays.
  public static final String RELAYS = "relays";

  /// In the envelope: number of relays passed over, because it is unclear which they are or they
  /// are too large; absent if none.
  public static final String REJECTED = "records_rejected";

  /// In the envelope: number of relays passed over because they came before; absent if none.
  public static final String DUPLICATES = "records_duplicated";

  /// The largest record: larger than any there is, and well below what the log may hold.
  public static final int MAX_BYTES = 1024 * 1024;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  private final SpooledDocument document;
  private final Entities entities = new Entities();
  private final Map<String, String> envelope = new TreeMap<>();
  private long relays;
  private long rejected;
  private long duplicates;

  Records(SpooledDocument document) {
    this.document = document;
  }

  /// Name of the document.
  public String document() {
    return document.name();
  }

  /// The document from `from` up to before `to` is a part of it that is no relay.
  public void part(String key, long from, long to) {
    if (to - from > MAX_BYTES) {
      throw refused("has a " + key + " of " + (to - from) + " bytes");
    }
    if (to > from) {
      entities.add(key, from, (int) (to - from));
    }
  }

  /// The document from `from` up to before `to` is a relay; the first one of a fingerprint counts.
  ///
  /// @param fingerprint null if that cannot be made out
  public void relay(@Nullable Fingerprint fingerprint, long from, long to) {
    if (fingerprint == null || to - from > MAX_BYTES) {
      rejected++;
    } else if (!entities.add(fingerprint.hex(), from, (int) (to - from))) {
      duplicates++;
    } else {
      relays++;
    }
  }

  /// Like [#relay(Fingerprint, long, long)] where a relay may come several times and every time
  /// counts.
  public void relayAgain(@Nullable Fingerprint fingerprint, long from, long to) {
    if (fingerprint == null || to - from > MAX_BYTES) {
      rejected++;
    } else {
      entities.append(fingerprint.hex(), from, (int) (to - from));
      relays++;
    }
  }

  /// Relays found so far, those passed over included.
  public long seen() {
    return relays + rejected + duplicates;
  }

  /// Keeps what the document says about itself; the first time it does, and only short and clean
  /// text.
  public void say(String name, String value) {
    int max = 100;
    if (!value.isEmpty()
        && value.length() <= max
        && value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      envelope.putIfAbsent(name, value);
    }
  }

  /// What the document says about itself under this name; null if nothing.
  public @Nullable String said(String name) {
    return envelope.get(name);
  }

  /// Makes sure that an annotation is of the format `type`, in a version that is known.
  ///
  /// @param annotation what follows `@type`, e.g. `bandwidth-file 1.0`
  public void requireType(String annotation, String type, int majorVersion) {
    String[] words = annotation.split(" ", -1);
    if (words.length != 2 || !words[0].equals(type)) {
      throw refused("is of type " + UpstreamText.shown(annotation) + ", not " + type);
    }
    int dot = words[1].indexOf('.');
    try {
      int major = Integer.parseInt(dot < 0 ? words[1] : words[1].substring(0, dot));
      if (major > majorVersion) {
        throw refused(
            "is of version "
                + UpstreamText.shown(words[1])
                + " of "
                + type
                + "; this code knows up to "
                + majorVersion
                + ".x, use a newer release");
      }
    } catch (NumberFormatException e) {
      throw refused("has an unreadable version: " + UpstreamText.shown(words[1]));
    }
  }

  /// A time as directory documents write it, e.g. `2026-08-22 15:00:00`.
  ///
  /// @param what the line it is from
  public Instant time(String what, @Nullable String text) {
    if (text == null) {
      throw refused("has no " + what);
    }
    try {
      return LocalDateTime.parse(text.replace('T', ' '), TIME).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw refused("has an unreadable " + what + ": " + UpstreamText.shown(text));
    }
  }

  /// A refusal of the whole document.
  ///
  /// @param what what it is or has, to follow its name
  public PermanentException refused(String what) {
    return new PermanentException("Document " + document.name() + " " + what);
  }

  /// The document as it was found to be.
  public SplitDocument split(Instant published) {
    envelope.put(RELAYS, Long.toString(relays));
    count(REJECTED, rejected);
    count(DUPLICATES, duplicates);
    return new SplitDocument(document, published, envelope, entities);
  }

  private void count(String name, long count) {
    if (count > 0) {
      envelope.put(name, Long.toString(count));
    }
  }
}
