package cepa.standalone.facts.deviation;

import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.model.validation.Validation;
import cepa.model.validation.ValidationStatus;
import cepa.processor.source.aroivalidation.AroiData;
import cepa.processor.source.aroivalidation.AroiData.Result;
import cepa.standalone.facts.FactsInput;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Whether a domain refuses a relay, by the reference's rule (relay-model 12.2): words anywhere in
/// the text of a failure say it (S-12).
final class ReferenceRefusals {

  /// Texts that mean the same by either rule.
  private static final String REFUSED = "Fingerprint not found";

  private static final String FAILED = "Failed";

  private final Map<Fingerprint, Result> changed = new LinkedHashMap<>();
  private final @Nullable AroiData data;

  private ReferenceRefusals(FactsInput input) {
    data = input.find(AroiData.class);
    Validation validation = input.find(Validation.class);
    for (int i = 0; data != null && validation != null && i < input.relays().size(); i++) {
      Relay relay = input.relays().get(i);
      ValidationStatus ours = validation.relays().get(i).status();
      Result result = data.results().get(relay.fingerprint());
      boolean failed =
          ours == ValidationStatus.UNAUTHORIZED || ours == ValidationStatus.MISCONFIGURED;
      if (result != null && failed) {
        boolean refused = isRefused(result.error());
        if (refused != (ours == ValidationStatus.UNAUTHORIZED)) {
          changed.put(
              relay.fingerprint(), new Result(false, result.proof(), refused ? REFUSED : FAILED));
        }
      }
    }
  }

  static ReferenceRefusals of(FactsInput input) {
    return input.derive(ReferenceRefusals.class, ReferenceRefusals::new);
  }

  static boolean isRefused(@Nullable String error) {
    String text = error == null ? "" : error.toLowerCase(Locale.ROOT);
    boolean record = text.contains("dns") || text.contains("txt") || text.contains("record");
    return !text.contains("404")
        && !text.contains("http error")
        && (text.contains("fingerprint not found")
            || (text.contains("not found") && record && !text.contains("nxdomain")));
  }

  boolean differs() {
    return !changed.isEmpty();
  }

  /// Results that our rule reads as the reference reads those there are.
  AroiData results() {
    if (data == null) {
      return new AroiData(null, null, Map.of(), Map.of(), 0);
    }
    Map<Fingerprint, Result> results = new TreeMap<>(data.results());
    results.putAll(changed);
    return new AroiData(
        data.checkedAt(), data.successRate(), data.proofs(), results, data.rejected());
  }
}
