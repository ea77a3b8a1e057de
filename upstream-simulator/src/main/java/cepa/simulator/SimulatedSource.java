package cepa.simulator;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A stand-in for one upstream source. Implementations have a public constructor without parameters
/// and are found by name in `META-INF/services/cepa.simulator.SimulatedSource`, the one list of
/// them; each simulator has its own instances.
public interface SimulatedSource extends AutoCloseable {

  /// The name of the source, as everywhere in the project: `onionoo-details`.
  String id();

  /// The service that offers it: all documents are served under `/<service>` too, so that one
  /// simulator can stand for several hosts.
  String service();

  /// What the source offers at a moment. Called for each request, so it only names documents and
  /// leaves the work to their bodies.
  default List<SimulatedDocument> documents(SimulatedMoment moment) {
    return List.of();
  }

  /// What the control endpoint tells about the source beyond its documents.
  default Map<String, Object> status() {
    return Map.of();
  }

  /// Takes a setting from the control endpoint.
  default void configure(JsonNode settings) {
    throw new IllegalArgumentException("Source " + id() + " has nothing to configure");
  }

  @Override
  default void close() {}
}
