package cepa.standalone.facts;

import cepa.json.Json;
import cepa.model.Fingerprint;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.SnapshotReader;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Details as upstream sent them, for rules that see what the model does not keep.
///
/// @param contacts by relay, of relays whose contact has a character that the model's texts never
///   have
/// @param silent relays of which upstream does not say whether they run
public record RawDetails(Map<Fingerprint, String> contacts, Set<Fingerprint> silent) {

  public static final RawDetails NONE = new RawDetails(Map.of(), Set.of());

  public RawDetails {
    contacts = Map.copyOf(contacts);
    silent = Set.copyOf(silent);
  }

  /// Reads a details snapshot.
  static RawDetails read(KafkaClients clients, SnapshotManifest details) {
    Map<Fingerprint, String> contacts = new TreeMap<>();
    Set<Fingerprint> silent = new HashSet<>();
    try (var log = new SnapshotReader(clients)) {
      log.read(
          details,
          (_, key, value) -> {
            Fingerprint relay = Fingerprint.parse(key);
            JsonNode fields = relay == null ? null : fields(value);
            if (relay == null || fields == null) {
              return;
            }
            if (!fields.path("running").isBoolean()) {
              silent.add(relay);
            }
            String contact = fields.path("contact").stringValue("");
            if (contact.chars().anyMatch(RawDetails::odd)) {
              contacts.put(relay, contact);
            }
          });
    }
    return new RawDetails(contacts, silent);
  }

  private static @Nullable JsonNode fields(byte[] relay) {
    try {
      return Json.MAPPER.readTree(relay);
    } catch (JacksonException e) {
      // The reader counts such a record.
      return null;
    }
  }

  private static boolean odd(int c) {
    return (c < ' ' && c != '\t' && c != '\n') || (c >= 0x7f && c <= 0x9f) || c >= 0xd800;
  }
}
