package cepa.simulator.onionoouptime;

import cepa.simulator.document.DocumentWriter;
import cepa.simulator.network.Flag;
import cepa.simulator.network.Outages;
import cepa.simulator.network.RelayHour;
import cepa.simulator.network.SimulatedRelay;
import cepa.simulator.onionoo.GraphWindow;
import cepa.simulator.onionoo.HistoryGraph;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Writes one relay of the uptime document.
final class UptimeRecord {

  private final List<GraphWindow> windows;
  private final int epochHour;
  private final List<int[]> covered;
  private final ByteArrayOutputStream graphBytes = new ByteArrayOutputStream(1 << 14);
  private final DocumentWriter graphWriter = new DocumentWriter(graphBytes);

  /// @param epoch the time of tick 0, seconds since the epoch of Unix
  UptimeRecord(List<GraphWindow> windows, long epoch) {
    this.windows = windows;
    this.epochHour = (int) (epoch / 3600);
    this.covered = windows.stream().map(this::coveredHours).toList();
  }

  void write(RelayHour state, DocumentWriter out) throws IOException {
    SimulatedRelay relay = state.relay();
    List<byte[]> uptime = new ArrayList<>();
    Map<Flag, List<byte[]>> flags = new EnumMap<>(Flag.class);
    int first = epochHour + relay.firstHour();
    for (int i = 0; i < windows.size(); i++) {
      GraphWindow window = windows.get(i);
      int[] known = known(window, covered.get(i), first);
      int[] up = upHours(window, relay, first);
      byte[] all = graph(window, up, known);
      if (all.length > 0) {
        uptime.add(all);
        for (Flag flag : state.flags()) {
          byte[] graph = flagGraph(window, flag, relay, new Cells(up, known, all));
          if (graph.length > 0) {
            flags.computeIfAbsent(flag, _ -> new ArrayList<>()).add(graph);
          }
        }
      }
      if (first > window.start()) {
        break; // no longer history than this graph already shows
      }
    }
    out.text("{\"fingerprint\":\"").text(relay.fingerprint()).character('"');
    if (!uptime.isEmpty()) {
      graphs(",\"uptime\":{", uptime, out);
    }
    if (!flags.isEmpty()) {
      String before = ",\"flags\":{\"";
      for (Map.Entry<Flag, List<byte[]>> flag : flags.entrySet()) {
        out.text(before).text(flag.getKey().text());
        graphs("\":{", flag.getValue(), out);
        before = ",\"";
      }
      out.character('}');
    }
    out.character('}');
  }

  /// The hours of a graph by interval: in which the relay was up, and about which something is
  /// known.
  private record Cells(int[] up, int[] known, byte[] graph) {}

  private byte[] flagGraph(GraphWindow window, Flag flag, SimulatedRelay relay, Cells cells)
      throws IOException {
    int since = epochHour + relay.firstHour() + flag.delayHours();
    if (since >= window.end()) {
      return new byte[0];
    }
    if (since <= window.start() || flag.delayHours() == 0) {
      return cells.graph();
    }
    int[] held = upHours(window, relay, since);
    return graph(window, held, cells.known());
  }

  private byte[] graph(GraphWindow window, int[] hours, int[] known) throws IOException {
    double[] averages = new double[hours.length];
    for (int i = 0; i < hours.length; i++) {
      boolean enough = known[i] * 5 >= window.step();
      averages[i] = enough ? Math.min(1, (double) hours[i] / known[i]) : HistoryGraph.UNKNOWN;
    }
    if (!HistoryGraph.drawable(averages)) {
      return new byte[0];
    }
    graphBytes.reset();
    graphWriter.character('"').text(window.period()).text("\":");
    HistoryGraph.write(graphWriter, window, averages);
    graphWriter.flush();
    return graphBytes.toByteArray();
  }

  /// In how many hours of each interval, from `since` on, the relay was up.
  private int[] upHours(GraphWindow window, SimulatedRelay relay, int since) {
    int[] hours = new int[window.intervals()];
    addHours(hours, window, Math.max(since, window.start()), window.end(), 1);
    Outages outages = relay.outages();
    int from = Math.max(0, outages.newestBefore(window.start() - epochHour));
    for (int i = from; i < outages.count(); i++) {
      int start = epochHour + outages.start(i);
      if (start >= window.end()) {
        break;
      }
      int begin = Math.max(Math.max(start, since), window.start());
      addHours(hours, window, begin, Math.min(epochHour + outages.end(i), window.end()), -1);
    }
    for (NetworkGap gap : NetworkGap.ALL) {
      for (int hour = gap.start(); hour < gap.end(); hour++) {
        int at = epochHour + hour;
        if (at >= Math.max(since, window.start()) && at < window.end() && !outages.covers(hour)) {
          hours[(at - window.start()) / window.step()]--;
        }
      }
    }
    return hours;
  }

  private static void addHours(int[] hours, GraphWindow window, int from, int to, int sign) {
    int hour = from;
    while (hour < to) {
      int cell = (hour - window.start()) / window.step();
      int next = Math.min(to, window.hour(cell + 1));
      hours[cell] += sign * (next - hour);
      hour = next;
    }
  }

  private static int[] known(GraphWindow window, int[] covered, int first) {
    if (first <= window.start()) {
      return covered;
    }
    int[] known = covered.clone();
    int cell = Math.min(known.length, (first - window.start()) / window.step());
    Arrays.fill(known, 0, cell, 0);
    if (cell < known.length) {
      known[cell] = Math.max(0, known[cell] - (first - window.hour(cell)));
    }
    return known;
  }

  private int[] coveredHours(GraphWindow window) {
    int[] hours = new int[window.intervals()];
    Arrays.fill(hours, window.step());
    for (NetworkGap gap : NetworkGap.ALL) {
      for (int hour = gap.start(); hour < gap.end(); hour++) {
        int at = epochHour + hour;
        if (at >= window.start() && at < window.end()) {
          hours[(at - window.start()) / window.step()]--;
        }
      }
    }
    return hours;
  }

  private static void graphs(String before, List<byte[]> graphs, DocumentWriter out)
      throws IOException {
    out.text(before);
    for (int i = 0; i < graphs.size(); i++) {
      if (i > 0) {
        out.character(',');
      }
      out.write(graphs.get(i));
    }
    out.character('}');
  }
}
