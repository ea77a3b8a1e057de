package cepa.simulator.onionoobandwidth;

import cepa.simulator.SimulatedDocument;
import cepa.simulator.SimulatedMoment;
import cepa.simulator.SimulatedSource;
import cepa.simulator.document.DocumentWriter;
import cepa.simulator.network.NetworkHour;
import cepa.simulator.network.RelayHour;
import cepa.simulator.onionoo.GraphWindow;
import cepa.simulator.onionoo.OnionooDocument;
import java.io.IOException;
import java.util.List;

/// `/bandwidth`: how much each relay carried, and when it was overloaded.
public final class OnionooBandwidthSource implements SimulatedSource {

  private static final List<Integer> STEPS = List.of(24, 24, 48, 240);

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
    return List.of(
        moment.hourly(
            "/bandwidth",
            SimulatedDocument.JSON,
            out -> {
              NetworkHour hour = moment.hour();
              OnionooDocument.write(
                  out, hour.published(), lines -> relays(hour, lines), bridges -> {});
            }));
  }

  private static void relays(NetworkHour hour, DocumentWriter out) throws IOException {
    List<GraphWindow> windows = GraphWindow.at(hour.published(), STEPS);
    BandwidthRecord record = new BandwidthRecord(windows, hour.network().epoch());
    String before = "\n";
    for (RelayHour relay : hour.relays()) {
      out.text(before);
      record.write(relay, out);
      before = ",\n";
    }
  }
}
