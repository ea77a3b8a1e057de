package cepa.processor.source.onionoobandwidth;

import cepa.model.Series;
import cepa.model.reliability.Overloads;
import cepa.model.statistics.Period;
import cepa.processor.Graph;
import cepa.processor.GraphParser;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/// Reads records of bandwidth one after the other. Of each it has the last one's content until the
/// next is read. Not safe for several threads.
final class BandwidthRecord implements GraphParser.Visitor {

  static final String READ = "read_history";
  static final String WRITTEN = "write_history";

  /// Fewer known values than this make no average.
  private static final int LEAST_VALUES = 30;

  /// More bytes than any relay carries in five years, and bytes per second likewise: a graph that
  /// says so says nothing.
  private static final double MOST_BYTES = 1e18;

  private static final double MOST_BANDWIDTH = 1e11;

  private static final int PERIODS = Period.ALL.size();

  private final double[] read = new double[PERIODS];
  private final double[] written = new double[PERIODS];
  private final double[] average = new double[PERIODS];
  private final double[] peak = new double[PERIODS];
  private final TreeMap<String, Series> graphs = new TreeMap<>();
  private Overloads.@Nullable Limits limits;
  private Overloads.@Nullable Descriptors descriptors;

  /// @return whether the whole record is sound JSON; what stands before the damage is read in any
  ///   case
  boolean read(byte[] record) {
    for (double[] values : List.of(read, written, average, peak)) {
      Arrays.fill(values, Double.NaN);
    }
    graphs.clear();
    limits = null;
    descriptors = null;
    return GraphParser.read(record, this);
  }

  RelayBandwidth bandwidth() {
    return new RelayBandwidth(
        read.clone(), written.clone(), average.clone(), peak.clone(), limits, descriptors);
  }

  List<Series> graphs() {
    return List.copyOf(graphs.values());
  }

  @Override
  public GraphParser.Shape shape(String member) {
    return member.equals(READ) || member.equals(WRITTEN)
        ? GraphParser.Shape.GRAPHS
        : GraphParser.Shape.OTHER;
  }

  @Override
  public void graph(String member, @Nullable String group, String name, Graph graph) {
    Period period = Period.of(name);
    Series series = period == null ? null : graph.series(member + "/" + name);
    if (period == null || series == null) {
      return;
    }
    graphs.put(series.name(), series);
    int index = period.index();
    if (member.equals(WRITTEN)) {
      written[index] = upTo(MOST_BYTES, graph.total());
    } else {
      read[index] = upTo(MOST_BYTES, graph.total());
      average[index] =
          graph.known() < LEAST_VALUES ? Double.NaN : upTo(MOST_BANDWIDTH, graph.mean());
      peak[index] = upTo(MOST_BANDWIDTH, graph.peak());
    }
  }

  private static double upTo(double most, double value) {
    return value <= most ? value : Double.NaN;
  }

  @Override
  public void other(String member, JsonParser in) {
    switch (member) {
      case "overload_ratelimits" -> limits = OverloadFields.read(in).limits();
      case "overload_fd_exhausted" -> descriptors = OverloadFields.read(in).descriptors();
      default -> in.skipChildren();
    }
  }
}
