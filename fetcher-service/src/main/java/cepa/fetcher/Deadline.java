package cepa.fetcher;

import java.time.Duration;

/// Until when an attempt may run. Whoever set it interrupts the attempt when it is past, and the
/// attempt then tells its own end; an interrupt before that means that the process stops.
///
/// @param limit how long it was when it began
/// @param end its end, as [System#nanoTime()] tells the time
record Deadline(Duration limit, long end) {

  /// One that nobody lives to see.
  static final Deadline NONE = in(Duration.ofDays(36_500));

  static Deadline in(Duration limit) {
    return new Deadline(limit, System.nanoTime() + limit.toNanos());
  }

  boolean isPast() {
    return System.nanoTime() - end >= 0;
  }

  /// Time to its end; negative if it is past.
  Duration left() {
    return Duration.ofNanos(end - System.nanoTime());
  }

  FetchOutcome.Failed missed() {
    return new FetchOutcome.Failed(
        "not finished within " + limit.toSeconds() + " s; is upstream slow today?", null);
  }
}
