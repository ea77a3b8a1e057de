package cepa.simulator.network;

import cepa.simulator.document.Timestamps;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The real public facts the simulation starts from; `base-relays.README.md` beside the data says
/// what they are.
///
/// @param published when the facts held, seconds since the epoch: the hour of tick 0
/// @param countryNames country code to name
/// @param nicknames names relays once had, to give to relays whose own name is not known
record BaseNetwork(
    long published,
    Map<String, String> countryNames,
    List<String> nicknames,
    List<BaseRelay> relays) {

  private static final String RESOURCE = "base-relays.json.xz";

  static BaseNetwork load() {
    try (InputStream packed = BaseNetwork.class.getResourceAsStream(RESOURCE)) {
      if (packed == null) {
        throw new IllegalStateException(
            RESOURCE + " is missing from the class path beside " + BaseNetwork.class.getName());
      }
      return parse(JsonMapper.shared().readTree(new XZInputStream(packed)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + RESOURCE + ", rebuild the module", e);
    }
  }

  private static BaseNetwork parse(JsonNode root) {
    Map<String, String> countries = new TreeMap<>();
    root.get("countries")
        .properties()
        .forEach(entry -> countries.put(entry.getKey(), entry.getValue().asString()));
    List<BaseRelay> relays = new ArrayList<>();
    root.get("relays").forEach(row -> relays.add(relay(row)));
    return new BaseNetwork(
        Timestamps.parse(root.get("published").asString()),
        Map.copyOf(countries),
        strings(root.get("nicknames_2016")),
        List.copyOf(relays));
  }

  private static BaseRelay relay(JsonNode row) {
    String country = text(row.get(2));
    return new BaseRelay(
        row.get(0).asString(),
        strings(row.get(1)),
        "??".equals(country) ? null : country,
        time(row.get(3)),
        row.get(4).isNull() ? null : row.get(4).asLong(),
        row.get(5).isNull() ? 0 : row.get(5).asDouble(),
        row.get(6).asInt(),
        time(row.get(7)),
        text(row.get(8)));
  }

  private static @Nullable Long time(JsonNode node) {
    String text = text(node);
    return text == null ? null : Timestamps.parse(text);
  }

  private static @Nullable String text(JsonNode node) {
    return node.isNull() || node.asString().isEmpty() ? null : node.asString();
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(item -> strings.add(item.asString()));
    return List.copyOf(strings);
  }
}
