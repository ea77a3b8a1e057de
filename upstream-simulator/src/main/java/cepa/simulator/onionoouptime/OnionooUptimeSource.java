package cepa.simulator.onionoouptime;

import cepa.simulator.SimulatedDocument;
import cepa.simulator.SimulatedMoment;
import cepa.simulator.SimulatedSource;
import cepa.simulator.onionoo.GraphDocument;
import java.util.List;

/// `/uptime`: when each relay was up, and when it had each of its flags.
public final class OnionooUptimeSource implements SimulatedSource {

  private final GraphDocument document =
      new GraphDocument(
          "/uptime",
          List.of(4, 12, 48, 240),
          (windows, epoch) -> new UptimeRecord(windows, epoch)::write);

  @Override
  public String id() {
    return "onionoo-uptime";
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
