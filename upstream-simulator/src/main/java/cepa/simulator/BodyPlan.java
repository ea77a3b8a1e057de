package cepa.simulator;

import cepa.simulator.fault.FaultAction;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How the bytes of a body are sent.
///
/// @param promised the length in the header
/// @param sent how many bytes follow
/// @param silentAfter after how many bytes the sender falls silent
/// @param silence for how long
/// @param bytesPerSecond at most; null: as fast as possible
record BodyPlan(
    long promised, long sent, long silentAfter, Duration silence, @Nullable Long bytesPerSecond) {

  static BodyPlan of(@Nullable FaultAction fault, long size) {
    return switch (fault) {
      case FaultAction.Truncate(double share) -> plain(size, (long) (size * share));
      case FaultAction.Cut(double share) -> plain((long) (size * share), (long) (size * share));
      case FaultAction.Stall(Duration silence, double after) ->
          new BodyPlan(size, size, (long) (size * after), silence, null);
      case FaultAction.Drip(long rate) -> new BodyPlan(size, size, size, Duration.ZERO, rate);
      case null, default -> plain(size, size);
    };
  }

  private static BodyPlan plain(long promised, long sent) {
    return new BodyPlan(promised, sent, sent, Duration.ZERO, null);
  }

  /// Whether the client will notice that something is missing.
  boolean breaksPromise() {
    return sent < promised;
  }
}
