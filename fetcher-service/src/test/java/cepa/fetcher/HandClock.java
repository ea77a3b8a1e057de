package cepa.fetcher;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A clock that moves only when told, and when someone waits.
public final class HandClock implements InstantSource, Pause {

  private volatile Instant now;
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();

  public HandClock(String now) {
    this.now = Instant.parse(now);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public synchronized void pause(Duration duration) {
    pauses.add(duration);
    advance(duration);
  }

  public synchronized void advance(Duration duration) {
    now = now.plus(duration);
  }

  /// What was waited for, in order.
  public List<Duration> pauses() {
    return List.copyOf(pauses);
  }
}
