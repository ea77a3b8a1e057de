package cepa.build;

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

/// Records of builds as they stand on topics since the first schema, with a field of a later one.
class BuildSamplesTest {

  private static final Instant AT = Instant.parse("2026-01-15T12:08:03Z");

  static List<Arguments> samples() {
    return List.of(
        event(
            "planned-1",
            new BuildEvent.Planned(
                "20260115t120803z-0a1b2c",
                AT,
                new BuildPlan(
                    "m",
                    "c",
                    Instant.parse("2026-01-15T12:00:00Z"),
                    42,
                    Map.of("onionoo-details", "d1", "onionoo-uptime", "u1"),
                    "v1-h",
                    null,
                    "b0",
                    64,
                    true,
                    "",
                    "new snapshots",
                    null))),
        event("staged-1", new BuildEvent.Staged("b1", AT, 10, 5, 2, 100)),
        event("checked-1", new BuildEvent.Checked("b1", AT, "preview")),
        event("live-1", new BuildEvent.Live("b1", AT)),
        event("failed-1", new BuildEvent.Failed("b1", AT, List.of("a", "b"))),
        event("superseded-1", new BuildEvent.Superseded("b1", AT, "b2")),
        event("cancelled-1", new BuildEvent.Cancelled("b1", AT, "enough")),
        event("answered-1", new BuildEvent.Answered("b1", AT, "r1")),
        event("refused-1", new BuildEvent.Refused("b1", AT, "r1", "too old")),
        Arguments.of(
            "request-as-of-1",
            BuildRequest.class,
            new BuildRequest.AsOf("r1", Instant.parse("2026-01-14T12:00:00Z"), false)),
        Arguments.of(
            "request-same-inputs-1",
            BuildRequest.class,
            new BuildRequest.SameInputs("r1", "b1", false)),
        Arguments.of(
            "request-latest-1", BuildRequest.class, new BuildRequest.Latest("r1", true, true)),
        Arguments.of(
            "assignment-1",
            RenderAssignment.class,
            new RenderAssignment("b1", 3, 64, "m", "b0", "c")),
        Arguments.of(
            "result-staged-1",
            ShardResult.class,
            new ShardResult.Staged(
                "b1",
                3,
                "aa",
                Map.of("relay", 2),
                4,
                3,
                2,
                100,
                1000,
                200,
                List.of("site-1.css"),
                "renderer-1",
                12)),
        Arguments.of(
            "result-failed-1",
            ShardResult.class,
            new ShardResult.Failed("b1", 3, "relay.peb:3", "renderer-1")));
  }

  private static Arguments event(String name, BuildEvent event) {
    return Arguments.of(name, BuildEvent.class, event);
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
        Objects.requireNonNull(BuildSamplesTest.class.getResourceAsStream(name + ".json"))) {
      return in.readAllBytes();
    }
  }
}
