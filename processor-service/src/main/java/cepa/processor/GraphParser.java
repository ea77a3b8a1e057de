package cepa.processor;

import cepa.json.Json;
import cepa.model.Series;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads Onionoo's graph histories (sources 4.3) straight from the bytes of an entity: these
/// documents are the largest there are, so no tree is made of them.
public final class GraphParser {

  private GraphParser() {}

  /// What an entity holds, told as it is read. Whatever is not asked for is skipped.
  public interface Visitor {

    /// How graphs are arranged under this member of the entity.
    Shape shape(String member);

    /// A graph, sound or not.
    ///
    /// @param group name of the group in a [Shape#GROUPS] member; null otherwise
    /// @param graph valid during this call only
    void graph(String member, @Nullable String group, String period, Graph graph);

    /// A member of [Shape#OTHER].
    ///
    /// @param in at the first token of the value; to be left at its last one
    default void other(String member, JsonParser in) {
      in.skipChildren();
    }
  }

  public enum Shape {
    /// `{"<period>":<graph>,…}`
    GRAPHS,
    /// `{"<group>":{"<period>":<graph>,…},…}`
    GROUPS,
    OTHER
  }

  /// The graphs under `history` of one entity, by name `<history>/<period>`. A graph that makes no
  /// sense is left out; values outside 0..999 are unknown.
  ///
  /// @param entity a JSON object such as `{"fingerprint":…,"uptime":{"1_month":{…}}}`
  public static Map<String, Series> parse(byte[] entity, String history) {
    Map<String, Series> graphs = new TreeMap<>();
    read(
        entity,
        new Visitor() {
          @Override
          public Shape shape(String member) {
            return member.equals(history) ? Shape.GRAPHS : Shape.OTHER;
          }

          @Override
          public void graph(String member, @Nullable String group, String period, Graph graph) {
            Series series = graph.series(member + "/" + period);
            if (series != null) {
              graphs.put(series.name(), series);
            }
          }
        });
    return graphs;
  }

  /// Tells `visitor` what the entity holds. Of a damaged entity it is told what stands before the
  /// damage: the document as a whole was valid JSON when it was published.
  ///
  /// @return whether the whole entity is a JSON object
  public static boolean read(byte[] entity, Visitor visitor) {
    try (JsonParser in = Json.MAPPER.createParser(entity)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      var graph = new Graph();
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String member = in.currentName();
        JsonToken value = in.nextToken();
        Shape shape = value == JsonToken.START_OBJECT ? visitor.shape(member) : Shape.OTHER;
        switch (shape) {
          case GRAPHS -> periods(in, member, null, graph, visitor);
          case GROUPS -> groups(in, member, graph, visitor);
          case OTHER -> visitor.other(member, in);
        }
      }
      return true;
    } catch (JacksonException e) {
      return false;
    }
  }

  private static void groups(JsonParser in, String member, Graph graph, Visitor visitor) {
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String group = in.currentName();
      if (in.nextToken() == JsonToken.START_OBJECT) {
        periods(in, member, group, graph, visitor);
      } else {
        in.skipChildren();
      }
    }
  }

  private static void periods(
      JsonParser in, String member, @Nullable String group, Graph graph, Visitor visitor) {
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String period = in.currentName();
      if (in.nextToken() == JsonToken.START_OBJECT) {
        graph.read(in);
        visitor.graph(member, group, period, graph);
      } else {
        in.skipChildren();
      }
    }
  }
}
