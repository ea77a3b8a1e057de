package cepa.model;

import java.time.Instant;
import java.util.List;

/// The network over time, from accepted snapshots.
///
/// @param hourly one point a snapshot, oldest first, at most [History#HOURLY_POINTS]
/// @param daily the last point of each UTC day, oldest first, at most [History#DAILY_POINTS]
public record NetworkTrend(List<Point> hourly, List<Point> daily) {

  public NetworkTrend {
    hourly = List.copyOf(hourly);
    daily = List.copyOf(daily);
  }

  /// The network at one published time.
  ///
  /// @param at published time of the snapshot
  /// @param relays relays in the snapshot, downtime filter not applied
  /// @param running of these running
  /// @param guards running with the flag Guard
  /// @param exits running with the flag Exit
  /// @param observedBytesPerSecond sum of observed bandwidth over the running relays
  public record Point(
      Instant at, int relays, int running, int guards, int exits, long observedBytesPerSecond) {}
}
