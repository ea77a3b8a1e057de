package cepa.simulator.onionoobandwidth;

import cepa.simulator.SimulatedDocument;
import cepa.simulator.SimulatedMoment;
import cepa.simulator.SimulatedSource;
import cepa.simulator.onionoo.GraphDocument;
import java.util.List;

/// `/bandwidth`: how much each relay carried, and when it was overloaded.
public final class OnionooBandwidthSource implements SimulatedSource {

  private final GraphDocument document =
      new GraphDocument(
          "/bandwidth",
          List.of(24, 24, 48, 240),
          (windows, epoch) -> new BandwidthRecord(windows, epoch)::write);

  @Override
  public String id() {
    return "onionoo-bandwidth";
  }

  @Override
  public String service() {
    return "onionoo";
  }

  @Override
  public List<SimulatedDocument> documents(SimulatedMoment moment) {
    return List.of(document.at(moment));
  }
}
