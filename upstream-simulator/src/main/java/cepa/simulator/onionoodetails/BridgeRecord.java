package cepa.simulator.onionoodetails;

import cepa.simulator.document.DocumentWriter;
import cepa.simulator.document.JsonLines;
import cepa.simulator.document.Timestamps;
import cepa.simulator.network.Draw;
import cepa.simulator.network.NetworkHour;
import java.io.IOException;
import java.util.HexFormat;
import tools.jackson.core.JsonGenerator;

/// Bridges: in the document upstream, so they are here, though without a life of their own.
final class BridgeRecord {

  private static final long DAY = 86_400;

  private BridgeRecord() {}

  static void writeAll(NetworkHour hour, DocumentWriter out) throws IOException {
    int count = Math.min(hour.relays().size(), Math.max(3, hour.relays().size() / 40));
    Draw bridges = hour.network().seed().of("bridges");
    try (JsonLines lines = new JsonLines(out)) {
      for (int i = 0; i < count; i++) {
        write(bridges.of(i), hour, lines.json());
      }
    }
  }

  private static void write(Draw draw, NetworkHour hour, JsonGenerator json) {
    boolean running = draw.of("running").chance(0.85);
    long away = running ? 0 : draw.of("away").below(6) * DAY;
    json.writeStartObject();
    json.writeStringProperty("nickname", "bridge" + draw.of("name").below(1000));
    json.writeStringProperty(
        "hashed_fingerprint", HexFormat.of().withUpperCase().formatHex(draw.bytes(20)));
    json.writeArrayPropertyStart("or_addresses");
    json.writeString(
        "10."
            + draw.of(1).below(256)
            + "."
            + draw.of(2).below(256)
            + ".7:"
            + (1024 + draw.of(3).below(60_000)));
    json.writeEndArray();
    json.writeStringProperty("last_seen", Timestamps.text(hour.published() - away));
    json.writeStringProperty(
        "first_seen",
        Timestamps.text(hour.network().epoch() - (10 + draw.of("age").below(900)) * DAY));
    json.writeBooleanProperty("running", running);
    json.writeArrayPropertyStart("flags");
    json.writeString("Running");
    json.writeString("V2Dir");
    json.writeString("Valid");
    json.writeEndArray();
    json.writeStringProperty("last_restarted", Timestamps.text(hour.network().epoch() - 9 * DAY));
    json.writeNumberProperty("advertised_bandwidth", draw.of("speed").below(4_000_000));
    json.writeStringProperty("platform", "Tor 0.4.8.21 on Linux");
    json.writeStringProperty("version", "0.4.8.21");
    json.writeStringProperty("version_status", "recommended");
    json.writeBooleanProperty("recommended_version", true);
    json.writeArrayPropertyStart("transports");
    json.writeString("obfs4");
    json.writeEndArray();
    json.writeStringProperty("bridgedb_distributor", "https");
    json.writeEndObject();
  }
}
