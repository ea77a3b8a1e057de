package cepa.model.reliability;

import cepa.model.ModelPart;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What relays reported of overload (analytics 3.7). General overload is in details, so it is
/// always told; the rest is of onionoo bandwidth.
///
/// @param byRelay by index in base order; relays that reported nothing are left out
/// @param complete false if onionoo bandwidth is missing, so that only general overload is known
public record Overloads(Map<Integer, Overload> byRelay, boolean complete) implements ModelPart {

  /// How long a report of general overload stands.
  public static final Duration CURRENT = Duration.ofDays(3);

  public Overloads {
    byRelay = Collections.unmodifiableSortedMap(new TreeMap<>(byRelay));
  }

  /// What a relay reported, or null if nothing.
  public @Nullable Overload of(int relay) {
    return byRelay.get(relay);
  }

  /// Relays that are overloaded.
  public int overloaded() {
    return (int) byRelay.values().stream().filter(Overload::overloaded).count();
  }

  /// @param overloaded whether anything told stands now: a general report younger than [#CURRENT],
  ///   limits that were hit, or file descriptors that ran out
  /// @param general when it last reported general overload; null if never
  /// @param generalStands whether that report still stands
  /// @param limits rate limits; null if it reported none
  /// @param descriptors file descriptors ran out; null if not reported
  public record Overload(
      boolean overloaded,
      @Nullable Instant general,
      boolean generalStands,
      @Nullable Limits limits,
      @Nullable Descriptors descriptors) {}

  /// How often rate limits were hit in a day; counted at most once a minute. No age limit applies.
  ///
  /// @param at when reported; null if unknown
  /// @param rate configured rate limit, bytes per second; null if unknown
  /// @param burst configured burst limit, bytes per second; null if unknown
  /// @param writes times writing hit the limit; null if unknown
  /// @param reads times reading hit the limit; null if unknown
  public record Limits(
      @Nullable Instant at,
      @Nullable Long rate,
      @Nullable Long burst,
      @Nullable Long writes,
      @Nullable Long reads) {

    public boolean hit() {
      return (writes != null && writes > 0) || (reads != null && reads > 0);
    }
  }

  /// @param at when they last ran out; null if unknown
  public record Descriptors(@Nullable Instant at) {}
}
