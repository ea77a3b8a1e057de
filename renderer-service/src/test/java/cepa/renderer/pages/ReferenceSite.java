package cepa.renderer.pages;

import cepa.json.Json;
import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.testing.model.NetworkBuilder;
import cepa.testing.model.Networks;
import cepa.testing.model.RelayBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A network as upstream described it, and the addresses that the reference site has for it: facts
/// of 900 relays, contacts included, and the keys of its pages. With `-Dreference.site=<file>` the
/// same of another network.
public final class ReferenceSite {

  private static final String FILE = "reference.site";
  private static final String RESOURCE = "/cepa/renderer/pages/reference-site.json.gz";

  private static final List<String> LISTED =
      List.of("families", "networks", "contacts", "countries", "platforms");
  private static final List<String> ORDERS =
      List.of(
          "bandwidth",
          "overall-bandwidth",
          "guard-bandwidth",
          "middle-bandwidth",
          "exit-bandwidth",
          "bandwidth-mean",
          "consensus-weight",
          "guard-consensus-weight",
          "middle-consensus-weight",
          "exit-consensus-weight",
          "exit-count",
          "guard-count",
          "middle-count",
          "unique-as-count",
          "unique-contact-count",
          "unique-family-count",
          "first-seen",
          "total-data");

  private final JsonNode facts;

  private ReferenceSite(JsonNode facts) {
    this.facts = facts;
  }

  public static ReferenceSite load() {
    String file = System.getProperty(FILE);
    try (InputStream in =
            file == null
                ? Objects.requireNonNull(ReferenceSite.class.getResourceAsStream(RESOURCE))
                : Files.newInputStream(Path.of(file));
        var json = new GZIPInputStream(in)) {
      return new ReferenceSite(Json.MAPPER.readTree(json.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Every address, as a link to it is written.
  public List<String> addresses() {
    List<String> addresses = new ArrayList<>(List.of("/", "/top500.html", "/misc/all.html"));
    addresses.addAll(List.of("/network-health.html", "/search-index.json"));
    addresses.addAll(List.of("/misc/authorities.html", "/misc/aroi-leaderboards.html"));
    for (String listed : LISTED) {
      ORDERS.forEach(order -> addresses.add("/misc/" + listed + "-by-" + order + ".html"));
    }
    relays().forEach(relay -> addresses.add("/relay/" + text(relay, "fingerprint") + "/"));
    JsonNode keys = facts.get("reference");
    Map<String, Function<String, String>> forms = new TreeMap<>();
    forms.put("flag", key -> key.toLowerCase(Locale.ROOT));
    for (Map.Entry<String, JsonNode> kind : keys.properties()) {
      for (JsonNode key : kind.getValue()) {
        String segment =
            forms.getOrDefault(kind.getKey(), Function.identity()).apply(fingerprint(key));
        addresses.add("/" + kind.getKey() + "/" + segment + "/");
      }
    }
    return addresses;
  }

  /// The network itself.
  public NetworkBuilder network() {
    List<String> flags = facts.get("flags").valueStream().map(JsonNode::asString).toList();
    List<Fingerprint[]> families =
        facts
            .get("families")
            .valueStream()
            .map(family ->
                family
                    .valueStream()
                    .map(member -> Fingerprint.of(fingerprint(member)))
                    .toArray(Fingerprint[]::new))
            .toList();
    return Networks.aNetwork()
        .with(relays().map(relay -> relay(relay, flags, families)).toArray(RelayBuilder[]::new));
  }

  private static RelayBuilder relay(
      JsonNode facts, List<String> flags, List<Fingerprint[]> families) {
    RelayBuilder relay =
        Networks.aRelay()
            .fingerprint(Objects.requireNonNull(text(facts, "fingerprint")))
            .nickname(Objects.requireNonNullElse(text(facts, "nickname"), ""))
            .contact(text(facts, "contact"))
            .bandwidth(facts.path("observed").asLong(0))
            .weight(facts.path("weight").asLong(0))
            .firstSeen(Instant.parse(text(facts, "firstSeen") + "T00:00:00Z"))
            .at(place(facts))
            .software(software(facts));
    String network = text(facts, "network");
    if (network == null) {
      relay.withoutNetwork();
    } else {
      relay.network(network, text(facts, "networkName"));
    }
    if (!facts.get("running").asBoolean()) {
      relay.offlineSince(Networks.AS_OF.minusSeconds(7_200));
    }
    List.of("Fast", "Running", "Valid").forEach(relay::withoutFlag);
    String held = Objects.requireNonNull(text(facts, "flags"));
    for (int i = 0; i < flags.size(); i++) {
      if (held.charAt(i) == '1') {
        relay.flag(flags.get(i));
      }
    }
    if (!facts.get("family").isNull()) {
      relay.family(families.get(facts.get("family").asInt()));
    }
    return relay;
  }

  private static Relay.@Nullable Place place(JsonNode facts) {
    String country = text(facts, "country");
    return country == null
        ? null
        : new Relay.Place(
            country.toUpperCase(Locale.ROOT), text(facts, "countryName"), null, null, null, null);
  }

  private static Relay.Software software(JsonNode facts) {
    String line = text(facts, "platform");
    String system = line == null ? null : line.substring(line.indexOf(" on ") + " on ".length());
    String word = system == null ? null : system.split(" ", 2)[0];
    return new Relay.Software(line, word, text(facts, "version"), true, "recommended");
  }

  private Stream<JsonNode> relays() {
    return facts.get("relays").valueStream();
  }

  /// Relays of the network stand as their index.
  private String fingerprint(JsonNode key) {
    return key.isInt()
        ? facts.get("relays").get(key.asInt()).get("fingerprint").asString()
        : key.asString();
  }

  private static @Nullable String text(JsonNode facts, String name) {
    JsonNode value = facts.get(name);
    return value == null || value.isNull() ? null : value.asString();
  }
}
