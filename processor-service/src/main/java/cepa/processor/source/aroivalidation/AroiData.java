package cepa.processor.source.aroivalidation;

import cepa.model.Fingerprint;
import cepa.model.validation.ProofType;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A validation snapshot (sources 6.2).
///
/// @param checkedAt when the validator made it, as it says; null if it does not
/// @param successRate share of all relays that are valid by its own count, 0..1; null if it does
///   not say
/// @param proofs its own counts by type of proof; a type it does not speak of is left out
/// @param results by relay
/// @param rejected records that could not be read as a result
public record AroiData(
    @Nullable Instant checkedAt,
    @Nullable Double successRate,
    Map<ProofType, Proofs> proofs,
    Map<Fingerprint, Result> results,
    int rejected) {

  public AroiData {
    Map<ProofType, Proofs> byType = new EnumMap<>(ProofType.class);
    byType.putAll(proofs);
    proofs = Collections.unmodifiableMap(byType);
    results = Collections.unmodifiableMap(new TreeMap<>(results));
  }

  /// @param total relays that claim this type
  /// @param valid relays that hold it
  public record Proofs(long total, long valid) {}

  /// What the validator says of a relay.
  ///
  /// @param valid whether the proof holds
  /// @param proof its type; null if there is none or the validator does not say
  /// @param error why it does not hold (hostile), cut; null if it says nothing
  public record Result(boolean valid, @Nullable ProofType proof, @Nullable String error) {}
}
