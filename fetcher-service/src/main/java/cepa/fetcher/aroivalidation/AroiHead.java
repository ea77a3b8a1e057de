package cepa.fetcher.aroivalidation;

import cepa.error.PermanentException;
import cepa.fetcher.SpooledDocument;
import cepa.fetcher.UpstreamText;
import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What stands beside the results, and what was counted in them.
final class AroiHead {

  /// Number of elements of `results` that were passed over: no or no valid fingerprint, or too
  /// large; absent if none.
  static final String REJECTED = "records_rejected";

  /// Number of results passed over because one of the same fingerprint comes after; absent if none.
  static final String DUPLICATES = "records_duplicated";

  private static final String METADATA = "metadata.";
  private static final String TIMESTAMP = METADATA + "timestamp";
  private static final int MAX_BYTES = 4 * 1024 * 1024;
  private static final int MAX_FIELDS = 32;
  private static final int MAX_LENGTH = 256;

  private final SpooledDocument document;
  private final ByteArrayOutputStream members = new ByteArrayOutputStream();
  private final Map<String, String> fields = new TreeMap<>();

  AroiHead(SpooledDocument document) {
    this.document = document;
    members.write('{');
  }

  /// Keeps a member, name and value, as it is between these offsets.
  void add(long from, long to) {
    if (to - from > MAX_BYTES - members.size()) {
      throw refused("has more than " + MAX_BYTES + " bytes beside 'results'", null);
    }
    if (members.size() > 1) {
      members.write(',');
    }
    members.writeBytes(document.slice(from, (int) (to - from)));
  }

  /// Keeps a scalar of `metadata` for the envelope; long or many ones are no facts about the
  /// document and are left out there.
  void field(String name, String value) {
    boolean room = fields.size() < MAX_FIELDS || name.equals("timestamp");
    boolean small = name.length() <= MAX_LENGTH && value.length() <= MAX_LENGTH;
    if (room && small && UpstreamText.isWhole(name + value)) {
      fields.put(METADATA + name, value);
    }
  }

  void count(String name, long count) {
    if (count > 0) {
      fields.put(name, Long.toString(count));
    }
  }

  Map<String, String> fields() {
    return fields;
  }

  /// All members as one object.
  byte[] json() {
    members.write('}');
    return members.toByteArray();
  }

  /// When the validator wrote the document. It names no zone: taken as UTC.
  ///
  /// @throws PermanentException if that is missing or unreadable
  Instant published() {
    String text = fields.get(TIMESTAMP);
    if (text == null || text.isEmpty()) {
      throw refused("has no " + TIMESTAMP, null);
    }
    try {
      if (!Character.isDigit(text.charAt(0))) {
        throw new DateTimeException("A sign: the year is none that could be meant");
      }
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
      return time instanceof ZonedDateTime zoned
          ? zoned.toInstant()
          : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw refused("has an unreadable " + TIMESTAMP + ": " + UpstreamText.shown(text), e);
    }
  }

  private PermanentException refused(String what, @Nullable Exception cause) {
    return new PermanentException("Document " + document.name() + " " + what, cause);
  }
}
