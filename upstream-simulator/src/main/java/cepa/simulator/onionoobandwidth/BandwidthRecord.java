package cepa.simulator.onionoobandwidth;

import cepa.simulator.document.DocumentWriter;
import cepa.simulator.network.Draw;
import cepa.simulator.network.Outages;
import cepa.simulator.network.RelayHour;
import cepa.simulator.network.SimulatedRelay;
import cepa.simulator.onionoo.GraphWindow;
import cepa.simulator.onionoo.HistoryGraph;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Writes one relay of the bandwidth document.
final class BandwidthRecord {

  private static final int DAY = 24;

  private record Drawn(GraphWindow window, double[] written, double[] read) {}

  private final List<GraphWindow> windows;
  private final int epochHour;

  /// @param epoch the time of tick 0, seconds since the epoch of Unix
  BandwidthRecord(List<GraphWindow> windows, long epoch) {
    this.windows = windows;
    this.epochHour = (int) (epoch / 3600);
  }

  void write(RelayHour state, DocumentWriter out) throws IOException {
    List<Drawn> graphs = graphs(state);
    out.text("{\"fingerprint\":\"").text(state.fingerprint()).character('"');
    if (!graphs.isEmpty()) {
      history(",\"write_history\":{", graphs, false, out);
      history(",\"read_history\":{", graphs, true, out);
    }
    overload(state, out);
    out.character('}');
  }

  /// A graph for each period, until one begins before the relay does. A relay reports a day when it
  /// is over, in its next descriptor.
  private List<Drawn> graphs(RelayHour state) {
    SimulatedRelay relay = state.relay();
    int first = epochHour + relay.firstHour();
    int reported = (int) (state.descriptor().published() / 3600) / DAY * DAY;
    int oldest = Math.max(windows.getLast().start(), first) / DAY - 20;
    int newest = Math.max(oldest, windows.getFirst().end() / DAY + 20);
    DailyTraffic traffic = new DailyTraffic(relay, oldest, newest);
    List<Drawn> graphs = new ArrayList<>();
    for (GraphWindow window : windows) {
      double[] written = new double[window.intervals()];
      double[] read = new double[written.length];
      for (int i = 0; i < written.length; i++) {
        int hour = window.hour(i);
        boolean known = hour + window.step() > first && hour + DAY <= reported;
        boolean gone = !known || wasAway(relay, hour, hour + window.step());
        double mean = gone ? HistoryGraph.UNKNOWN : traffic.mean(hour / DAY, window.step() / DAY);
        written[i] = mean;
        read[i] = mean * (0.97 + 0.03 * (i * 7 % 11) / 11);
      }
      if (HistoryGraph.drawable(written)) {
        graphs.add(new Drawn(window, written, read));
      }
      if (first > window.start()) {
        break;
      }
    }
    return graphs;
  }

  private boolean wasAway(SimulatedRelay relay, int from, int to) {
    Outages outages = relay.outages();
    int outage = outages.newestBefore(from - epochHour);
    return outage >= 0 && outages.end(outage) >= to - epochHour;
  }

  private static void history(String before, List<Drawn> graphs, boolean read, DocumentWriter out)
      throws IOException {
    for (Drawn graph : graphs) {
      out.text(before).character('"').text(graph.window().period()).text("\":");
      HistoryGraph.write(out, graph.window(), read ? graph.read() : graph.written());
      before = ",";
    }
    out.character('}');
  }

  private static void overload(RelayHour state, DocumentWriter out) throws IOException {
    Draw draw = state.relay().draw().of("overload-history");
    double share = draw.unit();
    long day = state.descriptor().published() / 3600 / DAY * DAY * 3600 * 1000;
    if (share < 0.010) {
      out.text(",\"overload_ratelimits\":{\"rate-limit\":");
      out.number(state.relay().rateLimit().rate()).text(",\"burst-limit\":");
      out.number(state.relay().rateLimit().burst()).text(",\"write-count\":");
      out.number(draw.of("write").below(1440)).text(",\"read-count\":");
      out.number(draw.of("read").below(1440)).text(",\"timestamp\":").number(day).character('}');
    } else if (share < 0.013) {
      out.text(",\"overload_fd_exhausted\":{\"timestamp\":").number(day).character('}');
    }
  }
}
