package cepa.model.validation;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Proofs in the whole network (analytics 10).
///
/// @param relays relays by state; states that none has are left out
/// @param domains distinct domains of complete contacts
/// @param largestDomains at most four, most relays first
/// @param gaps at most five ways to lack an identity, most relays first
/// @param results what the validator found; null if its data are missing
public record NetworkValidation(
    Map<State, Integer> relays,
    int domains,
    List<DomainRelays> largestDomains,
    List<Gap> gaps,
    @Nullable Results results) {
  public NetworkValidation {
    relays = GroupValidation.copy(State.class, relays);
    largestDomains = List.copyOf(largestDomains);
    gaps = List.copyOf(gaps);
  }

  public int count(State state) {
    return relays.getOrDefault(state, 0);
  }

  /// What is known of a relay's identity: each relay is in exactly one.
  public enum State {
    VALIDATED,
    /// Claimed, and not proved.
    UNVALIDATED,
    /// Claimed, but there is no validation data.
    UNCHECKED,
    NO_PROOF,
    NO_DOMAIN,
    NO_VERSION,
    MISSING_TWO,
    NO_FIELDS,
    NO_CONTACT
  }

  /// @param domain of complete contacts (hostile)
  public record DomainRelays(String domain, int relays) {}

  public record Gap(State state, int relays) {}

  /// What the validator found.
  ///
  /// @param checkedAt when; null if it does not say
  /// @param proofs its own counts, by type of proof
  /// @param successRate share of proofs that hold, 0..1; null if there are none
  /// @param validatedDomains domains that at least one relay proves
  /// @param countries at most three, most validated domains first
  /// @param relayFailures at most five: failing relays of complete contacts by what names their
  ///   failure, most first (A-25: all failing relays)
  /// @param domainFailures likewise, each domain once a failure
  /// @param dnsFailures like `relayFailures`, those of DNS only
  /// @param uriFailures like `relayFailures`, those of the web only
  public record Results(
      @Nullable Instant checkedAt,
      Map<ProofType, ProofCount> proofs,
      @Nullable Double successRate,
      int validatedDomains,
      List<CountryDomains> countries,
      List<FailureCount> relayFailures,
      List<FailureCount> domainFailures,
      List<FailureCount> dnsFailures,
      List<FailureCount> uriFailures) {
    public Results {
      Map<ProofType, ProofCount> byType = new EnumMap<>(ProofType.class);
      byType.putAll(proofs);
      proofs = Collections.unmodifiableMap(byType);
      countries = List.copyOf(countries);
      relayFailures = List.copyOf(relayFailures);
      domainFailures = List.copyOf(domainFailures);
      dnsFailures = List.copyOf(dnsFailures);
      uriFailures = List.copyOf(uriFailures);
    }
  }

  /// @param total relays that claim this type of proof
  /// @param valid relays that hold it
  public record ProofCount(long total, long valid) {}

  /// A domain's country is that of its first relay in base order that has one.
  ///
  /// @param country two upper-case letters
  /// @param domains validated domains there
  public record CountryDomains(String country, int domains) {}

  /// @param kind what failed
  /// @param detail the validator's words (hostile) if it is something else; null otherwise
  public record FailureCount(FailureKind kind, @Nullable String detail, int count) {}
}
