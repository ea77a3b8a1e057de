package cepa.standalone.facts;

import cepa.json.Json;
import cepa.model.Fingerprint;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.SnapshotReader;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Contacts as upstream sent them, of the relays whose contact has a character that the model's
/// texts never have: for rules that see such characters.
///
/// @param texts by relay
public record RawContacts(Map<Fingerprint, String> texts) {

  public RawContacts {
    texts = Map.copyOf(texts);
  }

  /// Reads a details snapshot.
  static RawContacts read(KafkaClients clients, SnapshotManifest details) {
    Map<Fingerprint, String> texts = new TreeMap<>();
    try (var log = new SnapshotReader(clients)) {
      log.read(
          details,
          (_, key, value) -> {
            Fingerprint relay = Fingerprint.parse(key);
            String contact = relay == null ? null : contact(value);
            if (relay != null && contact != null && contact.chars().anyMatch(RawContacts::odd)) {
              texts.put(relay, contact);
            }
          });
    }
    return new RawContacts(texts);
  }

  private static String contact(byte[] relay) {
    try {
      JsonNode contact = Json.MAPPER.readTree(relay).get("contact");
      return contact != null && contact.isString() ? contact.stringValue() : "";
    } catch (JacksonException e) {
      // The reader counts such a record.
      return "";
    }
  }

  private static boolean odd(int c) {
    return (c < ' ' && c != '\t' && c != '\n') || (c >= 0x7f && c <= 0x9f) || c >= 0xd800;
  }
}
