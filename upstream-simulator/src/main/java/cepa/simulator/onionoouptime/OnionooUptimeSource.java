package cepa.simulator.onionoouptime;

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

/// `/uptime`: when each relay was up, and when it had each of its flags.
public final class OnionooUptimeSource implements SimulatedSource {

  private static final List<Integer> STEPS = List.of(4, 12, 48, 240);

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
    return List.of(
        moment.hourly(
            "/uptime",
            SimulatedDocument.JSON,
            out -> {
              NetworkHour hour = moment.hour();
              OnionooDocument.write(
                  out, hour.published(), lines -> relays(hour, lines), bridges -> {});
            }));
  }

  private static void relays(NetworkHour hour, DocumentWriter out) throws IOException {
    List<GraphWindow> windows = GraphWindow.at(hour.published(), STEPS);
    UptimeRecord record = new UptimeRecord(windows, hour.network().epoch());
    String before = "\n";
    for (RelayHour relay : hour.relays()) {
      out.text(before);
      record.write(relay, out);
      before = ",\n";
    }
  }
}
