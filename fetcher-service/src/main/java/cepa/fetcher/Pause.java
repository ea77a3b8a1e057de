package cepa.fetcher;

import java.time.Duration;

/// Lets time pass; tests move a clock by hand instead.
@FunctionalInterface
public interface Pause {

  void pause(Duration duration) throws InterruptedException;
}
