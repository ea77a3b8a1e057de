package cepa.simulator.network;

import java.util.OptionalLong;
import java.util.Set;

/// A relay at one hour.
///
/// @param running whether the consensus of the hour lists it
/// @param lastSeen the newest consensus that listed it, seconds since the epoch
/// @param lastRestarted seconds since the epoch
/// @param flags those of the newest consensus that listed it
/// @param consensusWeight kilobytes per second, at least 1
/// @param measured whether three or more authorities measured it
public record RelayHour(
    SimulatedRelay relay,
    boolean running,
    long lastSeen,
    long lastRestarted,
    RelayDescriptor descriptor,
    Set<Flag> flags,
    int consensusWeight,
    boolean measured,
    Family family) {

  private static final int HOUR = 3600;
  private static final double OVERLOADED = 0.012;

  public String fingerprint() {
    return relay.fingerprint();
  }

  public boolean has(Flag flag) {
    return flags.contains(flag);
  }

  /// Seconds from the relay's first to its last appearance.
  public long age() {
    return lastSeen - relay.firstSeen();
  }

  /// When the relay last reported to be overloaded, in seconds since the epoch and on the hour.
  public OptionalLong overloadedAt() {
    Draw overload = relay.draw().of("overload");
    if (!overload.chance(OVERLOADED)) {
      return OptionalLong.empty();
    }
    long hoursAgo = 1L + overload.of("ago").below(6 * 24);
    return OptionalLong.of((descriptor.published() / HOUR - hoursAgo) * HOUR);
  }

  RelayHour with(Family other) {
    return new RelayHour(
        relay,
        running,
        lastSeen,
        lastRestarted,
        descriptor,
        flags,
        consensusWeight,
        measured,
        other);
  }
}
