package cepa.simulator;

import cepa.simulator.fault.Absurdity;
import cepa.simulator.network.NetworkHour;
import cepa.simulator.network.SimulatedNetwork;
import org.jspecify.annotations.Nullable;

/// What documents are made of: the network, the tick, and what tests changed by hand.
///
/// @param tick hours since the base time
/// @param edits as they were when the moment was taken
/// @param absurdity what is wrong with the network in this moment; null: nothing
public record SimulatedMoment(
    SimulatedNetwork network, int tick, Edits edits, @Nullable Absurdity absurdity) {

  private static final long HOUR = 3600;

  /// The hour documents are about.
  public NetworkHour hour() {
    NetworkHour hour = network.at(tick);
    return switch (absurdity) {
      case null -> hour;
      case EMPTY -> hour.withoutRelays();
      case HALF -> hour.withEverySecondRelay();
      case OLDER -> network.at(tick - Absurdity.OLDER_HOURS);
    };
  }

  /// An earlier or later hour of the same network.
  public SimulatedMoment at(int otherTick) {
    return new SimulatedMoment(network, otherTick, edits, absurdity);
  }

  /// The published time of the tick, seconds since the epoch.
  public long published() {
    return network.epoch() + tick * HOUR;
  }

  /// A document without edits that changes at every tick.
  public SimulatedDocument hourly(String path, String contentType, SimulatedDocument.Body body) {
    return new SimulatedDocument(path, contentType, published(), version(), body);
  }

  /// Tells the moment from others in names of versions.
  public String version() {
    return tick + (absurdity == null ? "" : "-" + absurdity);
  }
}
