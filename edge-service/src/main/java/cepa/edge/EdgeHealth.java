package cepa.edge;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/// UP while the newest build is served, DEGRADED while an older one is because something is wrong,
/// OUT_OF_SERVICE while there is none.
final class EdgeHealth implements HealthIndicator {

  private static final Status DEGRADED = new Status("DEGRADED");

  private final LiveSite live;

  EdgeHealth(LiveSite live) {
    this.live = live;
  }

  @Override
  public Health health() {
    LiveSite.Current current = live.current();
    String problem = live.problem();
    Health.Builder health =
        current == null
            ? Health.outOfService().withDetail("build", "none yet")
            : Health.status(problem == null ? Status.UP : DEGRADED)
                .withDetail("build", current.site().build());
    return problem == null ? health.build() : health.withDetail("problem", problem).build();
  }
}
