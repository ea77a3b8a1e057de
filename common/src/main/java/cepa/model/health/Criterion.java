package cepa.model.health;

import cepa.model.health.Verdict.Aspect;
import cepa.model.health.Verdict.Assessment;
import cepa.model.health.Verdict.Level;
import org.jspecify.annotations.Nullable;

/// What a verdict rests on, and from where on it is not well: the one place of these limits. All
/// values are shares, 0..1. They are Cepa's own judgement, chosen so that a network as it usually
/// is gives few concerns and a sudden change gives one.
public enum Criterion {
  /// Relays seen within the last days that do not run now, of all.
  OFFLINE(Aspect.AVAILABILITY, true, 0.10, 0.25),
  /// Running relays lost since a week ago, of those.
  LOST_IN_A_WEEK(Aspect.AVAILABILITY, true, 0.05, 0.15),
  /// [NetworkHealth#uptime].
  UPTIME(Aspect.AVAILABILITY, false, 0.95, 0.90),
  /// Overloaded relays, of all.
  OVERLOADED(Aspect.CAPACITY, true, 0.05, 0.15),
  /// Consensus weight of relays with the flag Exit: below a fifth exits are what limits the
  /// network.
  EXIT_WEIGHT(Aspect.CAPACITY, false, 0.20, 0.10),
  /// Measured relays, of the running ones.
  MEASURED(Aspect.CAPACITY, false, 0.90, 0.75),
  /// Consensus weight of the largest network: it sees that share of circuits at some hop.
  LARGEST_NETWORK(Aspect.DIVERSITY, true, 0.10, 0.20),
  /// Consensus weight of the country with most.
  LARGEST_COUNTRY(Aspect.DIVERSITY, true, 0.30, 0.50),
  /// Consensus weight of the largest operator with a contact (D-2).
  LARGEST_OPERATOR(Aspect.DIVERSITY, true, 0.10, 0.20),
  /// Relays of a recommended version, of those where that is known.
  RECOMMENDED(Aspect.SOFTWARE, false, 0.90, 0.75),
  /// Relays of an obsolete version, of all.
  OBSOLETE(Aspect.SOFTWARE, true, 0.05, 0.15),
  /// Votes that count, of all voting authorities: without a majority there is no consensus.
  VOTES(Aspect.AUTHORITIES, false, 0.80, 0.50),
  /// Voting authorities that did not respond, of those probed.
  AUTHORITIES_DOWN(Aspect.AUTHORITIES, true, 0.0, 0.30);

  private final Aspect aspect;
  private final boolean above;
  private final double watch;
  private final double bad;

  Criterion(Aspect aspect, boolean above, double watch, double bad) {
    this.aspect = aspect;
    this.above = above;
    this.watch = watch;
    this.bad = bad;
  }

  public Aspect aspect() {
    return aspect;
  }

  /// Whether values above the limits are what deserves a look; otherwise values below.
  public boolean isAbove() {
    return above;
  }

  /// Beyond this it is worth a look.
  public double watch() {
    return watch;
  }

  /// Beyond this it is bad.
  public double bad() {
    return bad;
  }

  /// @param value null if unknown
  public Assessment assess(@Nullable Double value) {
    return assess(value, null);
  }

  /// @param value null if unknown
  /// @param subject what the value is of; null if nothing in particular
  public Assessment assess(@Nullable Double value, @Nullable String subject) {
    return new Assessment(this, level(value), value, subject);
  }

  private Level level(@Nullable Double value) {
    if (value == null) {
      return Level.UNKNOWN;
    } else if (beyond(value, bad)) {
      return Level.BAD;
    }
    return beyond(value, watch) ? Level.WATCH : Level.OK;
  }

  private boolean beyond(double value, double limit) {
    return above ? value > limit : value < limit;
  }
}
