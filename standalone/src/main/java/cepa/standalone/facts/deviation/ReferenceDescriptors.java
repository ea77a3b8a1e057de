package cepa.standalone.facts.deviation;

import cepa.model.Fingerprint;
import cepa.model.consensus.FamilyKeys.Validity;
import cepa.processor.source.collectordescriptors.Descriptors;
import cepa.processor.source.collectordescriptors.Descriptors.Certificate;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.RawDescriptors;
import cepa.standalone.facts.RawDescriptors.Descriptor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Family certificates by the reference's rules (sources 9.4): file by file, a relay has one if a
/// file says so and no later one denies it; within a file a denial wins. Its last key is its only
/// one.
final class ReferenceDescriptors {

  private final @Nullable Descriptors ours;
  private final Map<Fingerprint, Descriptor> merged = new TreeMap<>();

  /// Relays that have several descriptors.
  private final Set<Fingerprint> several = new HashSet<>();

  private ReferenceDescriptors(FactsInput input) {
    ours = input.find(Descriptors.class);
    RawDescriptors raw = input.find(RawDescriptors.class);
    if (raw != null) {
      raw.files().forEach(file -> file.forEach(this::add));
    }
  }

  static ReferenceDescriptors of(FactsInput input) {
    return input.derive(ReferenceDescriptors.class, ReferenceDescriptors::new);
  }

  /// What one file says of a relay.
  private void add(Fingerprint relay, List<Descriptor> file) {
    if (file.size() > 1 || merged.containsKey(relay)) {
      several.add(relay);
    }
    boolean denied = file.stream().anyMatch(descriptor -> !descriptor.certified());
    String key = null;
    for (Descriptor descriptor : file) {
      key = descriptor.key() == null ? key : descriptor.key();
    }
    Descriptor before = merged.get(relay);
    if (key == null && before != null) {
      key = before.key();
    }
    merged.put(relay, new Descriptor(!denied, denied ? null : key));
  }

  /// Whether a relay of several descriptors has a certificate or a key by one rule only.
  boolean differsByTime() {
    return merged.keySet().stream().anyMatch(relay -> several.contains(relay) && differs(relay));
  }

  /// Whether a relay of one descriptor does.
  boolean differsByForm() {
    return merged.keySet().stream().anyMatch(relay -> !several.contains(relay) && differs(relay));
  }

  private boolean differs(Fingerprint relay) {
    Descriptor theirs = merged.get(relay);
    Descriptors.Descriptor own = ours == null ? null : ours.relays().get(relay);
    if (theirs == null || own == null) {
      return false;
    }
    boolean key = own.certificates().stream().anyMatch(certificate -> certificate.key() != null);
    return theirs.certified() != !own.certificates().isEmpty() || (theirs.key() != null) != key;
  }

  /// What our rules make of descriptors that say what the reference reads in those there are.
  Descriptors merged() {
    Map<Fingerprint, Descriptors.Descriptor> relays = new HashMap<>();
    merged.forEach((relay, descriptor) -> {
      List<Certificate> certificates =
          descriptor.certified()
              ? List.of(new Certificate(descriptor.key(), null, Validity.VALID))
              : List.of();
      relays.put(relay, new Descriptors.Descriptor(null, certificates));
    });
    return new Descriptors(
        relays,
        ours == null ? null : ours.oldest(),
        ours == null ? null : ours.newest(),
        ours == null ? 0 : ours.rejected());
  }
}
