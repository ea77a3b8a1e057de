package cepa.simulator.onionoo;

import cepa.simulator.SimulatedDocument;
import cepa.simulator.SimulatedMoment;
import cepa.simulator.document.DocumentWriter;
import cepa.simulator.network.NetworkHour;
import cepa.simulator.network.RelayHour;
import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;

/// A document of relays' graphs over several periods, one an hour.
///
/// @param path where it is
/// @param steps hours between two values, by period
/// @param records makes what writes relays, of the periods' windows and the time of the first tick
public record GraphDocument(
    String path, List<Integer> steps, BiFunction<List<GraphWindow>, Long, GraphRecord> records) {

  public GraphDocument {
    steps = List.copyOf(steps);
  }

  /// Writes the graphs of relays, one after another.
  @FunctionalInterface
  public interface GraphRecord {
    void write(RelayHour relay, DocumentWriter out) throws IOException;
  }

  public SimulatedDocument at(SimulatedMoment moment) {
    return moment.hourly(
        path,
        SimulatedDocument.JSON,
        out -> {
          NetworkHour hour = moment.hour();
          OnionooDocument.write(out, hour.published(), lines -> relays(hour, lines), bridges -> {});
        });
  }

  private void relays(NetworkHour hour, DocumentWriter out) throws IOException {
    GraphRecord record =
        records.apply(GraphWindow.at(hour.published(), steps), hour.network().epoch());
    String before = "\n";
    for (RelayHour relay : hour.relays()) {
      out.text(before);
      record.write(relay, out);
      before = ",\n";
    }
  }
}
