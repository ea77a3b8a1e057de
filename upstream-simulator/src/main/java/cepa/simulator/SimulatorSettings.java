package cepa.simulator;

import cepa.simulator.network.SimulatedNetwork;
import java.nio.file.Path;

/// How to set up a simulator; immutable, made from [#defaults()] by the `with…` methods.
///
/// @param seed of everything invented: same seed, count and tick, same bytes
/// @param relays how many there are at tick 0, see [SimulatedNetwork]
/// @param bind host name or address to listen on
/// @param port 0: any free one
/// @param tick where the clock begins, hours since the base time
/// @param spool where documents are kept while they are served; they need up to 1 GB for a full
///   network and are deleted on close
/// @param steadyWeights whether measured weights stay as they are at tick 0, see [SimulatedNetwork]
public record SimulatorSettings(
    long seed, int relays, String bind, int port, int tick, Path spool, boolean steadyWeights) {

  public SimulatorSettings {
    if (tick < 0 || tick > SimulatedNetwork.LAST_TICK) {
      throw new IllegalArgumentException(
          "The tick must be 0 to " + SimulatedNetwork.LAST_TICK + ", not " + tick);
    }
  }

  /// The whole real network on a free loopback port.
  public static SimulatorSettings defaults() {
    return new SimulatorSettings(
        1,
        SimulatedNetwork.ALL_REAL_RELAYS,
        "127.0.0.1",
        0,
        0,
        Path.of(System.getProperty("java.io.tmpdir")),
        false);
  }

  public SimulatorSettings withSeed(long other) {
    return new SimulatorSettings(other, relays, bind, port, tick, spool, steadyWeights);
  }

  public SimulatorSettings withRelays(int other) {
    return new SimulatorSettings(seed, other, bind, port, tick, spool, steadyWeights);
  }

  public SimulatorSettings withBind(String other) {
    return new SimulatorSettings(seed, relays, other, port, tick, spool, steadyWeights);
  }

  public SimulatorSettings withPort(int other) {
    return new SimulatorSettings(seed, relays, bind, other, tick, spool, steadyWeights);
  }

  public SimulatorSettings withTick(int other) {
    return new SimulatorSettings(seed, relays, bind, port, other, spool, steadyWeights);
  }

  public SimulatorSettings withSpool(Path other) {
    return new SimulatorSettings(seed, relays, bind, port, tick, other, steadyWeights);
  }

  public SimulatorSettings withSteadyWeights(boolean other) {
    return new SimulatorSettings(seed, relays, bind, port, tick, spool, other);
  }
}
