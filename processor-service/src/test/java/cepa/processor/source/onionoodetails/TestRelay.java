package cepa.processor.source.onionoodetails;

import static java.nio.charset.StandardCharsets.UTF_8;

import cepa.json.Json;
import cepa.processor.JsonFields;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A relay as upstream writes it: `aRelay("A").with("country", "de").details()`.
public final class TestRelay {

  public static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final Map<String, @Nullable Object> fields = new TreeMap<>();

  private TestRelay(String digit) {
    fields.put("fingerprint", digit.repeat(40));
    fields.put("nickname", "relay" + digit);
    fields.put("running", true);
    fields.put("flags", List.of("Running", "Valid"));
  }

  /// A running relay.
  ///
  /// @param digit a hex digit; the fingerprint is forty of it
  public static TestRelay aRelay(String digit) {
    return new TestRelay(digit);
  }

  public TestRelay with(String field, @Nullable Object value) {
    fields.put(field, value);
    return this;
  }

  public TestRelay flags(String... flags) {
    return with("flags", List.of(flags));
  }

  public TestRelay family(String... digits) {
    return with("effective_family", Arrays.stream(digits).map(d -> d.repeat(40)).toList());
  }

  public TestRelay offlineSince(Instant time) {
    return with("running", false).with("last_seen", TIME.format(time));
  }

  public String json() {
    return new String(Json.bytes(fields), UTF_8);
  }

  public RelayDetails details() {
    return Objects.requireNonNull(
        RelayDetails.from(
            Objects.requireNonNull(JsonFields.parse(json().getBytes(UTF_8))), new Interning()));
  }

  /// A snapshot of these relays.
  public static Details snapshot(String id, Instant published, TestRelay... relays) {
    return new Details(id, published, Arrays.stream(relays).map(TestRelay::details).toList(), 0);
  }
}
