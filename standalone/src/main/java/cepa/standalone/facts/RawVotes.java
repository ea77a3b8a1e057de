package cepa.standalone.facts;

import cepa.model.Fingerprint;
import cepa.topic.DocumentRef;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.SnapshotReader;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Votes as authorities sent them, for a rule that takes any further address for an IPv6 one
/// (S-16).
///
/// @param furtherIpv4 by voter: relays with a further address that is none of IPv6
public record RawVotes(Map<Fingerprint, Set<Fingerprint>> furtherIpv4) {

  public RawVotes {
    furtherIpv4 = Map.copyOf(furtherIpv4);
  }

  /// Reads a snapshot of votes.
  static RawVotes read(KafkaClients clients, SnapshotManifest votes) {
    Map<Fingerprint, Set<Fingerprint>> found = new TreeMap<>();
    try (var log = new SnapshotReader(clients)) {
      for (DocumentRef vote : votes.documents()) {
        Fingerprint voter = Fingerprint.parse(vote.name());
        if (voter != null) {
          log.read(
              votes,
              vote,
              (_, key, value) -> {
                Fingerprint relay = Fingerprint.parse(key);
                if (relay != null && hasFurtherIpv4(value)) {
                  found.computeIfAbsent(voter, _ -> new HashSet<>()).add(relay);
                }
              });
        }
      }
    }
    return new RawVotes(found);
  }

  /// Whether a line begins with `a` and its address not with a bracket.
  static boolean hasFurtherIpv4(byte[] entry) {
    for (int i = 0; i + 3 < entry.length; i++) {
      if (entry[i] == '\n' && entry[i + 1] == 'a' && entry[i + 2] == ' ' && entry[i + 3] != '[') {
        return true;
      }
    }
    return false;
  }
}
