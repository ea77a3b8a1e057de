package cepa.topic;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Records as they stand on topics since the first schema, with a field of a later one.
class RecordSamplesTest {

  private static final Instant AT = Instant.parse("2026-01-15T13:00:00Z");

  static List<Arguments> samples() {
    return List.of(
        Arguments.of(
            "published-1",
            SnapshotEvent.class,
            new SnapshotEvent.Published(
                new SnapshotManifest(
                    "onionoo-details-20260115T120000Z-0a1b2c3d",
                    "onionoo-details",
                    "https://onionoo.example/details",
                    Instant.parse("2026-01-15T12:00:00Z"),
                    Instant.parse("2026-01-15T12:07:31.25Z"),
                    new SnapshotManifest.Validators(null, "Thu, 15 Jan 2026 12:00:00 GMT"),
                    null,
                    List.of(
                        new DocumentRef(
                            "details",
                            "5f",
                            1234,
                            3,
                            Map.of("version", "8.0", "build_revision", "abc"),
                            List.of(
                                new OffsetRange(0, 10, 13, 2, "aa"),
                                new OffsetRange(3, 7, 8, 1, "bb"))))))),
        Arguments.of(
            "accepted-1",
            SnapshotEvent.class,
            new SnapshotEvent.Accepted("onionoo-details", "s1", "operator", AT)),
        Arguments.of(
            "rejected-1",
            SnapshotEvent.class,
            new SnapshotEvent.Rejected("onionoo-details", "s1", "operator", AT)),
        Arguments.of(
            "source-status-1",
            SourceStatus.class,
            new SourceStatus(
                "onionoo-uptime",
                SourceStatus.Outcome.FAILED,
                "HTTP 503",
                Instant.parse("2026-01-15T12:00:00Z"),
                1500,
                4,
                503,
                0,
                Instant.parse("2026-01-15T06:00:00Z"),
                2,
                "s0",
                Instant.parse("2026-01-15T05:00:00Z"),
                Instant.parse("2026-01-15T18:00:00Z"))));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aStoredRecord_isStillRead(String name, Class<?> type, Object expected) throws IOException {
    assertThat((Object) Json.read(sample(name), type)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aWrittenRecord_isRead(String name, Class<?> type, Object expected) {
    byte[] json = Json.MAPPER.writerFor(type).writeValueAsBytes(expected);
    assertThat((Object) Json.read(json, type)).as(name).isEqualTo(expected);
  }

  private static byte[] sample(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(RecordSamplesTest.class.getResourceAsStream(name + ".json"))) {
      return in.readAllBytes();
    }
  }
}
