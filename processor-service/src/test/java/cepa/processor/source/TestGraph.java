package cepa.processor.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A history graph as upstream writes it: `aGraph().factor(2.5).values(100, 30).json()`.
public final class TestGraph {

  /// The factor of an uptime graph that reaches its maximum.
  public static final String FULL = "0.001001001001001001";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private String first = "2026-01-01 12:00:00";
  private @Nullable String last;
  private int interval = 86_400;
  private String factor = FULL;
  private final List<String> values = new ArrayList<>();

  public static TestGraph aGraph() {
    return new TestGraph();
  }

  /// Midpoint of the first interval; 2026-01-01 12:00:00 if not told.
  public TestGraph first(String time) {
    first = time;
    return this;
  }

  /// Midpoint of the last interval, in place of the first.
  public TestGraph last(String time) {
    last = time;
    return this;
  }

  /// In seconds; a day if not told.
  public TestGraph interval(int seconds) {
    interval = seconds;
    return this;
  }

  public TestGraph factor(double value) {
    factor = Double.toString(value);
    return this;
  }

  /// Adds a value many times.
  public TestGraph values(int value, int times) {
    values.addAll(Collections.nCopies(times, Integer.toString(value)));
    return this;
  }

  /// Adds JSON values as they are written.
  public TestGraph raw(String... json) {
    values.addAll(Arrays.asList(json));
    return this;
  }

  public String json() {
    String start =
        last == null
            ? first
            : TIME.format(
                LocalDateTime.parse(last, TIME)
                    .minusSeconds((long) interval * (values.size() - 1)));
    return "{\"first\":\""
        + start
        + "\",\"last\":\"2026-01-01 12:00:00\",\"interval\":"
        + interval
        + ",\"factor\":"
        + factor
        + ",\"count\":"
        + values.size()
        + ",\"values\":["
        + String.join(",", values)
        + "]}";
  }

  /// `"<name>":<graph>`
  public String as(String name) {
    return "\"" + name + "\":" + json();
  }

  /// An object of members such as [#as] makes.
  public static String object(String... members) {
    return "{" + String.join(",", members) + "}";
  }

  /// A record of the log.
  public static byte[] bytes(String json) {
    return json.getBytes(UTF_8);
  }
}
