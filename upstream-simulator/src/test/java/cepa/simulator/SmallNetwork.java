package cepa.simulator;

import cepa.simulator.network.SimulatedNetwork;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A network small enough for fast tests, and its documents without a server.
public final class SmallNetwork {

  public static final SimulatedNetwork NETWORK = new SimulatedNetwork(3, 900);

  private SmallNetwork() {}

  public static SimulatedMoment at(int tick) {
    return new SimulatedMoment(NETWORK, tick, Edits.NONE, null);
  }

  public static String text(SimulatedDocument document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      document.body().writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /// The only document of a source.
  public static JsonNode json(SimulatedSource source, SimulatedMoment moment) {
    return JsonMapper.shared().readTree(text(source.documents(moment).getFirst()));
  }

  public static JsonNode json(SimulatedSource source, int tick) {
    return json(source, at(tick));
  }

  public static List<JsonNode> list(JsonNode array) {
    List<JsonNode> items = new ArrayList<>();
    array.forEach(items::add);
    return items;
  }

  public static List<String> strings(JsonNode array) {
    return list(array).stream().map(JsonNode::asString).toList();
  }

  public static Optional<JsonNode> relay(JsonNode document, String fingerprint) {
    return list(document.get("relays")).stream()
        .filter(relay -> relay.get("fingerprint").asString().equals(fingerprint))
        .findFirst();
  }
}
