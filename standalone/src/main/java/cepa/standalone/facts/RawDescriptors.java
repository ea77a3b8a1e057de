package cepa.standalone.facts;

import cepa.model.Fingerprint;
import cepa.topic.DocumentRef;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.SnapshotReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Family certificates as every descriptor has them, for rules that go by files instead of by times
/// (D-11), and that take a certificate for what it says (S-19).
///
/// @param files in order of time
public record RawDescriptors(List<Map<Fingerprint, List<Descriptor>>> files) {

  private static final String CERTIFICATE = "family-cert";
  private static final int EXTENSIONS = 39;
  private static final int SIGNING_KEY = 4;

  public RawDescriptors {
    files = List.copyOf(files);
  }

  /// @param certified whether it has a family certificate of whatever kind
  /// @param key the last one that a certificate names; null if none does
  public record Descriptor(boolean certified, @Nullable String key) {}

  /// Reads a snapshot of descriptors.
  static RawDescriptors read(KafkaClients clients, SnapshotManifest descriptors) {
    List<Map<Fingerprint, List<Descriptor>>> files = new ArrayList<>();
    try (var log = new SnapshotReader(clients)) {
      for (DocumentRef file :
          descriptors.documents().stream()
              .sorted(Comparator.comparing(DocumentRef::name))
              .toList()) {
        Map<Fingerprint, List<Descriptor>> relays = new LinkedHashMap<>();
        log.read(
            descriptors,
            file,
            (_, key, value) -> {
              Fingerprint relay = Fingerprint.parse(key);
              if (relay != null) {
                relays
                    .computeIfAbsent(relay, _ -> new ArrayList<>())
                    .add(parse(new String(value, StandardCharsets.ISO_8859_1)));
              }
            });
        files.add(relays);
      }
    }
    return new RawDescriptors(files);
  }

  static Descriptor parse(String descriptor) {
    boolean certified = false;
    String key = null;
    StringBuilder block = null;
    for (String line : descriptor.split("\n", -1)) {
      if (line.strip().equals(CERTIFICATE)) {
        certified = true;
        block = new StringBuilder();
      } else if (block != null && line.startsWith("-----END")) {
        String named = key(block.toString());
        key = named == null ? key : named;
        block = null;
      } else if (block != null && !line.startsWith("-----")) {
        block.append(line.strip());
      }
    }
    return new Descriptor(certified, key);
  }

  /// The data of the first extension that is a signing key, whatever else the certificate says.
  private static @Nullable String key(String base64) {
    byte[] certificate;
    try {
      certificate = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return null;
    }
    int at = EXTENSIONS + 1;
    for (int i = 0; certificate.length > EXTENSIONS && i < (certificate[EXTENSIONS] & 0xff); i++) {
      if (at + 4 > certificate.length) {
        return null;
      }
      int length = ((certificate[at] & 0xff) << 8) | (certificate[at + 1] & 0xff);
      if (at + 4 + length > certificate.length) {
        return null;
      }
      if (certificate[at + 2] == SIGNING_KEY) {
        return HexFormat.of().withUpperCase().formatHex(certificate, at + 4, at + 4 + length);
      }
      at += 4 + length;
    }
    return null;
  }
}
