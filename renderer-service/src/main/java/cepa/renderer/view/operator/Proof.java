package cepa.renderer.view.operator;

import cepa.model.Fingerprint;
import cepa.model.NetworkModel;
import cepa.model.validation.FailureKind;
import cepa.model.validation.GroupValidation;
import cepa.model.validation.RelayValidation;
import cepa.model.validation.Validation;
import cepa.model.validation.ValidationStatus;
import cepa.renderer.PageContext;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.relay.RelayLinks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether relays prove the domain their contact names, and why some do not.
///
/// @param status the best that one of them has
/// @param counts relays by status, in the order of statuses; none that no relay has
/// @param failing relays whose contact is complete and whose proof does not hold, by what is wrong,
///   most first
/// @param more ways to fail that are not listed
public record Proof(ValidationStatus status, List<Count> counts, List<Failing> failing, int more) {

  private static final int LISTED = 20;
  private static final int RELAYS = 300;
  private static final int DETAIL = 200;

  /// @param anchor the id that links of the web know it by; empty if there is none
  public record Count(ValidationStatus status, String anchor, int relays) {}

  /// @param failures in the validator's order
  /// @param relays by fingerprint
  public record Failing(List<Failure> failures, RelayLinks relays) {}

  /// @param detail what the validator says beside the kind; empty if nothing, or if it says
  ///   something else of each relay
  public record Failure(FailureKind kind, String detail) {}

  /// @param members indexes in base order
  /// @return null if none of them names a domain or takes a step towards it
  public static @Nullable Proof of(
      GroupValidation group, List<Integer> members, PageContext context) {
    if (group.status() == ValidationStatus.NOT_CONFIGURED) {
      return null;
    }
    List<Count> counts = new ArrayList<>();
    group
        .relays()
        .forEach((status, relays) -> counts.add(new Count(status, anchor(status), relays)));
    List<Failing> failing = failing(members, context);
    List<Failing> listed = failing.stream().limit(LISTED).toList();
    return new Proof(group.status(), counts, listed, failing.size() - listed.size());
  }

  private static List<Failing> failing(List<Integer> members, PageContext context) {
    NetworkModel model = context.model();
    List<RelayValidation> proofs = context.part(Validation.class).relays();
    Map<List<FailureKind>, Way> ways = new HashMap<>();
    for (int member : members) {
      List<Failure> failures = proofs.get(member).failures().stream().map(Proof::failure).toList();
      if (!failures.isEmpty()) {
        ways.computeIfAbsent(failures.stream().map(Failure::kind).toList(), _ -> new Way(failures))
            .add(failures, model.relays().get(member).fingerprint());
      }
    }
    ways.values().forEach(way -> way.relays.sort(Comparator.naturalOrder()));
    return ways.values().stream()
        .sorted(
            Comparator.comparingInt((Way way) -> -way.relays.size())
                .thenComparing(way -> way.relays.getFirst()))
        .map(way -> new Failing(way.failures, RelayLinks.of(way.relays, RELAYS, context)))
        .toList();
  }

  /// The relays that fail in the same way.
  private static final class Way {
    private final List<Fingerprint> relays = new ArrayList<>();
    private List<Failure> failures;

    private Way(List<Failure> failures) {
      this.failures = failures;
    }

    private void add(List<Failure> others, Fingerprint relay) {
      relays.add(relay);
      if (!others.equals(failures)) {
        List<Failure> common = new ArrayList<>();
        for (int i = 0; i < failures.size(); i++) {
          Failure failure = failures.get(i);
          common.add(failure.equals(others.get(i)) ? failure : new Failure(failure.kind(), ""));
        }
        failures = common;
      }
    }
  }

  private static Failure failure(RelayValidation.Failure failure) {
    String said = failure.detail() == null ? String.join(", ", failure.places()) : failure.detail();
    return new Failure(failure.kind(), DisplayText.lineOr(said, DETAIL, ""));
  }

  private static String anchor(ValidationStatus status) {
    return switch (status) {
      case VALIDATED -> "validated-relays";
      case UNAUTHORIZED -> "unauthorized-relays";
      case MISCONFIGURED -> "misconfigured-relays";
      case NOT_CONFIGURED -> "not_configured-relays";
      case UNCHECKED, INCOMPLETE -> "";
    };
  }
}
