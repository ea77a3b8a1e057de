package cepa.simulator.fault;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Faults as people type them: `PATH:KIND[:VALUE[:TIMES]]`, for instance `/uptime:status:503:2`.
public final class FaultText {

  /// One line a kind, for help texts.
  public static final String KINDS =
      """
      status[:CODE[+SECONDS]]  HTTP status (500), with Retry-After
      delay[:SECONDS]          wait, then answer (1)
      stall[:SECONDS[@SHARE]]  silence in the middle of the body (10@0.5)
      hang[:SECONDS]           no answer at all (3600)
      reset                    connection reset
      truncate[:SHARE]         part of the promised length (0.5)
      cut[:SHARE]              part of the body with an honest length (0.5)
      drip[:BYTES]             so many bytes a second (1000)
      garbage                  an HTML page with status 200
      absurd[:empty|half|older]  well formed, but cannot be true (empty)
      type[:CONTENT-TYPE]      wrong content type (text/html)
      notmodified              304 to everything
      """;

  private FaultText() {}

  public static Fault parse(String text) {
    String[] parts = text.split(":", 4);
    if (parts.length < 2) {
      throw new IllegalArgumentException(
          "A fault is PATH:KIND[:VALUE[:TIMES]], for instance /uptime:status:503:2, not " + text);
    }
    String value = parts.length > 2 && !parts[2].isEmpty() ? parts[2] : null;
    int times = parts.length > 3 ? Integer.parseInt(parts[3]) : Fault.ALWAYS;
    return new Fault(parts[0], action(parts[1], value), times);
  }

  /// @param value null: the usual one of the kind
  public static FaultAction action(String kind, @Nullable String value) {
    try {
      return parseAction(kind, value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Fault " + kind + " cannot be shown: " + e.getMessage() + ". Kinds of fault:\n" + KINDS,
          e);
    }
  }

  private static FaultAction parseAction(String kind, @Nullable String value) {
    return switch (kind) {
      case "status" -> status(value == null ? "500" : value);
      case "delay" -> new FaultAction.Delay(or(value, FaultText::seconds, Duration.ofSeconds(1)));
      case "stall" -> stall(value == null ? "10" : value);
      case "hang" -> new FaultAction.Hang(or(value, FaultText::seconds, Duration.ofHours(1)));
      case "reset" -> new FaultAction.Reset();
      case "truncate" -> new FaultAction.Truncate(or(value, Double::valueOf, 0.5));
      case "cut" -> new FaultAction.Cut(or(value, Double::valueOf, 0.5));
      case "drip" -> new FaultAction.Drip(or(value, Long::valueOf, 1000L));
      case "garbage" -> new FaultAction.Garbage();
      case "absurd" -> new FaultAction.Absurd(or(value, FaultText::absurdity, Absurdity.EMPTY));
      case "type" -> new FaultAction.WrongType(or(value, Function.identity(), "text/html"));
      case "notmodified" -> new FaultAction.NotModified();
      default -> throw new IllegalArgumentException("no such kind");
    };
  }

  private static FaultAction status(String value) {
    int plus = value.indexOf('+');
    return plus < 0
        ? new FaultAction.Status(Integer.parseInt(value))
        : new FaultAction.Status(
            Integer.parseInt(value.substring(0, plus)), seconds(value.substring(plus + 1)));
  }

  private static FaultAction stall(String value) {
    int at = value.indexOf('@');
    return at < 0
        ? new FaultAction.Stall(seconds(value), 0.5)
        : new FaultAction.Stall(
            seconds(value.substring(0, at)), Double.parseDouble(value.substring(at + 1)));
  }

  private static Absurdity absurdity(String value) {
    return Absurdity.valueOf(value.toUpperCase(Locale.ROOT));
  }

  private static Duration seconds(String value) {
    return Duration.ofMillis(Math.round(Double.parseDouble(value) * 1000));
  }

  private static <T> T or(@Nullable String value, Function<String, T> parse, T otherwise) {
    return value == null ? otherwise : parse.apply(value);
  }
}
