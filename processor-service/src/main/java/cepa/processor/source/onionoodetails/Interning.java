package cepa.processor.source.onionoodetails;

import cepa.model.Fingerprint;
import cepa.model.Relay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Keeps one copy of values that many relays of a document repeat: a family lists the same hundreds
/// of fingerprints at each of its members, most exits have the same policy. Without it a document
/// takes several times the memory. Not safe for several threads.
final class Interning {

  private final Map<Object, Object> values = new HashMap<>();

  /// The one copy of a value equal to this one.
  @SuppressWarnings("unchecked")
  private <T> T one(T value) {
    return (T) values.computeIfAbsent(value, v -> v);
  }

  /// A set of members, ascending, each once.
  List<Fingerprint> members(List<Fingerprint> fingerprints) {
    List<Fingerprint> sorted =
        new TreeSet<>(fingerprints).stream().<Fingerprint>map(this::one).toList();
    return one(sorted);
  }

  /// Texts in their order.
  List<String> texts(List<String> texts) {
    return one(texts.stream().<String>map(this::one).toList());
  }

  Relay.ExitPolicy policy(Relay.ExitPolicy policy) {
    return new Relay.ExitPolicy(
        texts(policy.rules()),
        policy.ipv4() == null ? null : one(policy.ipv4()),
        policy.ipv6() == null ? null : one(policy.ipv6()));
  }
}
