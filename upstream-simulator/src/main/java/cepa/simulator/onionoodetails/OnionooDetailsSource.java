package cepa.simulator.onionoodetails;

import cepa.simulator.Edits.Edit;
import cepa.simulator.SimulatedDocument;
import cepa.simulator.SimulatedMoment;
import cepa.simulator.SimulatedSource;
import cepa.simulator.document.DocumentWriter;
import cepa.simulator.document.JsonLines;
import cepa.simulator.network.NetworkHour;
import cepa.simulator.network.RelayHour;
import cepa.simulator.onionoo.OnionooDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.TokenBuffer;

/// `/details`: everything known about each relay now.
public final class OnionooDetailsSource implements SimulatedSource {

  @Override
  public String id() {
    return "onionoo-details";
  }

  @Override
  public String service() {
    return "onionoo";
  }

  @Override
  public List<SimulatedDocument> documents(SimulatedMoment moment) {
    long revision = moment.edits().revision();
    return List.of(
        new SimulatedDocument(
            "/details",
            SimulatedDocument.JSON,
            moment.published() + revision,
            moment.version() + "." + revision,
            out -> write(moment, out)));
  }

  private static void write(SimulatedMoment moment, OutputStream out) throws IOException {
    NetworkHour hour = moment.hour();
    Map<String, List<Edit>> edits = moment.edits().byFingerprint(moment.tick());
    OnionooDocument.write(
        out,
        hour.published(),
        lines -> relays(hour, edits, lines),
        lines -> BridgeRecord.writeAll(hour, lines));
  }

  private static void relays(NetworkHour hour, Map<String, List<Edit>> edits, DocumentWriter out)
      throws IOException {
    RelayRecord record = new RelayRecord(hour);
    try (JsonLines lines = new JsonLines(out)) {
      for (RelayHour relay : hour.relays()) {
        List<Edit> changes = edits.get(relay.fingerprint());
        if (changes == null) {
          record.write(relay, lines.json());
        } else {
          lines.write(edited(record, relay, changes));
        }
      }
    }
  }

  private static ObjectNode edited(RelayRecord record, RelayHour relay, List<Edit> changes)
      throws IOException {
    JsonMapper mapper = JsonMapper.shared();
    try (TokenBuffer buffer = TokenBuffer.forGeneration()) {
      record.write(relay, buffer);
      ObjectNode node = mapper.readTree(buffer.asParser()).asObject();
      for (Edit change : changes) {
        if (change.value() == null) {
          node.remove(change.field());
        } else {
          node.set(change.field(), change.value());
        }
      }
      return node;
    }
  }
}
