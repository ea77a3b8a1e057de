package cepa.processor.analysis.validation;

import cepa.model.Relay;
import cepa.model.validation.ContactFields;
import cepa.model.validation.FailureKind;
import cepa.model.validation.FailureKind.Place;
import cepa.model.validation.NetworkValidation;
import cepa.model.validation.NetworkValidation.CountryDomains;
import cepa.model.validation.NetworkValidation.DomainRelays;
import cepa.model.validation.NetworkValidation.FailureCount;
import cepa.model.validation.NetworkValidation.Gap;
import cepa.model.validation.NetworkValidation.ProofCount;
import cepa.model.validation.NetworkValidation.Results;
import cepa.model.validation.NetworkValidation.State;
import cepa.model.validation.ProofType;
import cepa.model.validation.RelayValidation;
import cepa.model.validation.RelayValidation.Failure;
import cepa.model.validation.ValidationStatus;
import cepa.processor.source.aroivalidation.AroiData;
import cepa.processor.source.aroivalidation.AroiData.Result;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Adds up all relays (analytics 10). Lists are by count; equals by first relay in base order.
final class NetworkFigures {

  private static final int TOP = 5;
  private static final int TOP_DOMAINS = 4;
  private static final int TOP_COUNTRIES = 3;
  private static final int LONGEST_NAME = 50;

  /// What the validator says of relays that claim nothing.
  private static final Set<String> NOTHING_CLAIMED =
      Set.of("No contact information", "Missing AROI fields");

  private final @Nullable AroiData data;
  private final Map<State, Integer> states = new EnumMap<>(State.class);
  private final Tally<String> domains = new Tally<>();
  private final Tally<State> gaps = new Tally<>();
  private final Tally<Reason> relayFailures = new Tally<>();
  private final Tally<Reason> domainFailures = new Tally<>();
  private final Set<DomainReason> counted = new HashSet<>();
  private final Set<String> validated = new HashSet<>();
  private final Map<String, String> countries = new java.util.HashMap<>();

  NetworkFigures(@Nullable AroiData data) {
    this.data = data;
  }

  void add(Relay relay, RelayValidation validation) {
    State state = state(relay, validation);
    states.merge(state, 1, Integer::sum);
    if (state.compareTo(State.NO_PROOF) >= 0) {
      gaps.add(state);
    }
    String domain = relay.contact().domain();
    if (domain == null) {
      return;
    }
    domains.add(domain);
    if (relay.place() != null) {
      countries.putIfAbsent(domain, relay.place().country());
    }
    if (validation.status() == ValidationStatus.VALIDATED) {
      validated.add(domain);
    } else if (!validation.failures().isEmpty()) {
      fail(domain, Failures.leading(validation.failures()));
    }
  }

  private void fail(String domain, Failure failure) {
    if (failure.kind() == FailureKind.NOT_PROCESSED) {
      return;
    }
    var reason = new Reason(failure.kind(), name(failure));
    relayFailures.add(reason);
    if (counted.add(new DomainReason(domain, reason))) {
      domainFailures.add(reason);
    }
  }

  /// The words that stand for a failure of no known kind.
  private static @Nullable String name(Failure failure) {
    String detail = failure.detail();
    if (failure.kind() != FailureKind.OTHER || detail == null) {
      return null;
    }
    return detail.codePointCount(0, detail.length()) <= LONGEST_NAME
        ? detail
        : detail.substring(0, detail.offsetByCodePoints(0, LONGEST_NAME));
  }

  private State state(Relay relay, RelayValidation validation) {
    Result result = data == null ? null : data.results().get(relay.fingerprint());
    if (result != null && result.valid()) {
      return State.VALIDATED;
    } else if (validation.fields() == ContactFields.COMPLETE) {
      return data == null ? State.UNCHECKED : State.UNVALIDATED;
    } else if (result != null
        && result.error() != null
        && !NOTHING_CLAIMED.contains(result.error())) {
      return State.UNVALIDATED;
    }
    return switch (validation.fields()) {
      case NO_PROOF -> State.NO_PROOF;
      case NO_DOMAIN, COMPLETE -> State.NO_DOMAIN;
      case NO_VERSION -> State.NO_VERSION;
      case MISSING_TWO -> State.MISSING_TWO;
      case NO_FIELDS -> State.NO_FIELDS;
      case NO_CONTACT -> State.NO_CONTACT;
    };
  }

  NetworkValidation finish() {
    return new NetworkValidation(
        states,
        domains.size(),
        domains.top(TOP_DOMAINS, DomainRelays::new),
        gaps.top(TOP, Gap::new),
        data == null ? null : results(data));
  }

  private Results results(AroiData from) {
    Map<ProofType, ProofCount> proofs = new EnumMap<>(ProofType.class);
    from.proofs()
        .forEach((type, count) -> proofs.put(type, new ProofCount(count.total(), count.valid())));
    return new Results(
        from.checkedAt(),
        proofs,
        successRate(from, proofs),
        validated.size(),
        countries(),
        failures(relayFailures, null),
        failures(domainFailures, null),
        failures(relayFailures, Place.DNS),
        failures(relayFailures, Place.URI));
  }

  private static @Nullable Double successRate(AroiData data, Map<ProofType, ProofCount> proofs) {
    long total = proofs.values().stream().mapToLong(ProofCount::total).sum();
    long valid = proofs.values().stream().mapToLong(ProofCount::valid).sum();
    return total == 0 ? data.successRate() : Double.valueOf((double) valid / total);
  }

  private List<CountryDomains> countries() {
    var tally = new Tally<String>();
    for (String domain : domains.keys()) {
      String country = countries.get(domain);
      if (country != null && validated.contains(domain)) {
        tally.add(country);
      }
    }
    return tally.top(TOP_COUNTRIES, CountryDomains::new);
  }

  private static List<FailureCount> failures(Tally<Reason> tally, @Nullable Place of) {
    return tally
        .where(reason -> of == null || reason.kind().place() == of)
        .top(TOP, (reason, count) -> new FailureCount(reason.kind(), reason.detail(), count));
  }

  private record Reason(FailureKind kind, @Nullable String detail) {}

  private record DomainReason(String domain, Reason reason) {}
}
