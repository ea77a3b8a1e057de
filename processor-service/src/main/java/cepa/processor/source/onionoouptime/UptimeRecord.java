package cepa.processor.source.onionoouptime;

import cepa.model.Relay;
import cepa.model.Series;
import cepa.model.statistics.Period;
import cepa.processor.Graph;
import cepa.processor.GraphParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads records of uptime one after the other. Of each it has the last one's content until the
/// next is read. Not safe for several threads.
final class UptimeRecord implements GraphParser.Visitor {

  /// Far more flags than there are.
  private static final int MOST_FLAGS = 64;

  private static final int PERIODS = Period.ALL.size();

  /// Most relays have one of a few sets of flags.
  private final Map<List<String>, List<String>> flagSets = new HashMap<>();

  private final double[] uptime = new double[PERIODS];
  private final short[] points = new short[PERIODS];
  private final TreeMap<String, Series> graphs = new TreeMap<>();
  private final List<String> flags = new ArrayList<>();
  private final double[] shares = new double[MOST_FLAGS * PERIODS];

  /// @return whether the whole record is sound JSON; what stands before the damage is read in any
  ///   case
  boolean read(byte[] record) {
    graphs.clear();
    flags.clear();
    Arrays.fill(uptime, Double.NaN);
    Arrays.fill(points, UptimeDetail.NO_GRAPH);
    return GraphParser.read(record, this);
  }

  Relay.Uptime uptime() {
    return new Relay.Uptime(
        uptime(Period.ONE_MONTH),
        uptime(Period.SIX_MONTHS),
        uptime(Period.ONE_YEAR),
        uptime(Period.FIVE_YEARS));
  }

  private @Nullable Double uptime(Period period) {
    double share = uptime[period.index()];
    return Double.isNaN(share) ? null : share;
  }

  UptimeDetail detail() {
    List<String> set = flagSets.get(flags);
    if (set == null) {
      set = List.copyOf(flags);
      flagSets.put(set, set);
    }
    return new UptimeDetail(points.clone(), set, Arrays.copyOf(shares, PERIODS * set.size()));
  }

  List<Series> graphs() {
    return List.copyOf(graphs.values());
  }

  @Override
  public GraphParser.Shape shape(String member) {
    return switch (member) {
      case "uptime" -> GraphParser.Shape.GRAPHS;
      case "flags" -> GraphParser.Shape.GROUPS;
      default -> GraphParser.Shape.OTHER;
    };
  }

  @Override
  public void graph(String member, @Nullable String flag, String name, Graph graph) {
    Period period = Period.of(name);
    if (period == null) {
      return;
    }
    if (flag != null) {
      int index = index(flag);
      if (index < MOST_FLAGS) {
        shares[index * PERIODS + period.index()] = UptimeAverage.of(graph);
      }
      return;
    }
    Series series = graph.series(member + "/" + name);
    if (series != null) {
      graphs.put(series.name(), series);
      uptime[period.index()] = UptimeAverage.of(graph);
      points[period.index()] = (short) graph.known();
    }
  }

  /// Graphs of a flag follow each other, unless a document repeats a name.
  private int index(String flag) {
    int last = flags.size() - 1;
    int index = last >= 0 && flags.get(last).equals(flag) ? last : flags.indexOf(flag);
    if (index < 0 && flags.size() < MOST_FLAGS) {
      index = flags.size();
      flags.add(flag);
      Arrays.fill(shares, index * PERIODS, (index + 1) * PERIODS, Double.NaN);
    }
    return index < 0 ? MOST_FLAGS : index;
  }
}
