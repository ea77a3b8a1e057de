package cepa.standalone.facts;

import cepa.model.Fingerprint;
import cepa.model.statistics.Period;
import cepa.processor.Graph;
import cepa.processor.GraphParser;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.SnapshotReader;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Uptime documents as upstream sent them, for rules that take a graph's values for shares of time
/// whatever its factor, and that count relays the model does not have.
///
/// @param documents by relay
public record RawUptimes(Map<Fingerprint, Document> documents) {

  private static final int LEAST_VALUES = 30;
  private static final int PERIODS = Period.ALL.size();

  public RawUptimes {
    documents = Map.copyOf(documents);
  }

  /// @param uptime by [Period#index]: percent, 0 for too few values and for at most one percent
  /// @param points known values of six months; -1 if there is no graph
  /// @param flags likewise percent, by flag
  public record Document(double[] uptime, int points, Map<String, double[]> flags) {
    public Document {
      flags = Map.copyOf(flags);
    }
  }

  /// Reads an uptime snapshot.
  static RawUptimes read(KafkaClients clients, SnapshotManifest uptime) {
    Map<Fingerprint, Document> documents = new TreeMap<>();
    try (var log = new SnapshotReader(clients)) {
      log.read(
          uptime,
          (_, key, value) -> {
            Fingerprint relay = Fingerprint.parse(key);
            if (relay != null) {
              documents.put(relay, Reading.of(value));
            }
          });
    }
    return new RawUptimes(documents);
  }

  /// One document being read.
  private static final class Reading implements GraphParser.Visitor {
    private final double[] uptime = new double[PERIODS];
    private final Map<String, double[]> flags = new TreeMap<>();
    private int points = -1;

    private static Document of(byte[] record) {
      var reading = new Reading();
      GraphParser.read(record, reading);
      return new Document(reading.uptime, reading.points, reading.flags);
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
      double[] figures =
          flag == null ? uptime : flags.computeIfAbsent(flag, _ -> new double[PERIODS]);
      double percent = graph.known() < LEAST_VALUES ? 0 : 100 * graph.relativeMean();
      figures[period.index()] = percent <= 1 ? 0 : percent;
      if (flag == null && period == Period.SIX_MONTHS) {
        points = graph.known();
      }
    }
  }

  /// Documents that say the same, as tests make them.
  public static Document document(double percent) {
    double[] uptime = new double[PERIODS];
    Arrays.fill(uptime, percent);
    return new Document(uptime, LEAST_VALUES, Map.of());
  }
}
