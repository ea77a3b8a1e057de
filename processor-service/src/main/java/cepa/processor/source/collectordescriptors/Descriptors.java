package cepa.processor.source.collectordescriptors;

import cepa.model.Fingerprint;
import cepa.model.consensus.FamilyKeys.Validity;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The newest descriptor of every relay in the window (D-11: by published time).
///
/// @param relays by fingerprint
/// @param oldest time of the oldest file; null if no file says
/// @param newest time of the newest file; null if no file says
/// @param rejected descriptors without a published time, and records that are no relay
public record Descriptors(
    Map<Fingerprint, Descriptor> relays,
    @Nullable Instant oldest,
    @Nullable Instant newest,
    int rejected) {

  public Descriptors {
    relays = Collections.unmodifiableSortedMap(new TreeMap<>(relays));
  }

  /// @param published null if it does not say
  /// @param certificates family certificates, in its order (D-20: all of them)
  public record Descriptor(@Nullable Instant published, List<Certificate> certificates) {
    public Descriptor {
      certificates = List.copyOf(certificates);
    }
  }

  /// A family certificate, verified but for its age (sources A.5).
  ///
  /// @param key the family's: 64 upper-case hex digits; null if it has none
  /// @param expires null if it cannot be read
  /// @param validity never expired: that depends on when it is asked
  public record Certificate(@Nullable String key, @Nullable Instant expires, Validity validity) {}
}
