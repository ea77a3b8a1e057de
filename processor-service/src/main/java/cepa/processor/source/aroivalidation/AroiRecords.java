package cepa.processor.source.aroivalidation;

import cepa.model.Fingerprint;
import cepa.model.validation.ProofType;
import cepa.processor.JsonFields;
import cepa.processor.source.aroivalidation.AroiData.Proofs;
import cepa.processor.source.aroivalidation.AroiData.Result;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gathers the records of a validation document, in any order. What cannot be read is counted.
final class AroiRecords {

  static final String HEAD = "head";

  /// Longer errors are somebody's joke.
  private static final int LONGEST_ERROR = 2000;

  private final Map<Fingerprint, Result> results = new HashMap<>();
  private final Map<ProofType, Proofs> proofs = new EnumMap<>(ProofType.class);
  private final Map<String, String> texts = new HashMap<>();
  private @Nullable Instant checkedAt;
  private @Nullable Double successRate;
  private int rejected;

  void add(String key, byte[] value) {
    JsonFields fields = JsonFields.parse(value);
    if (fields == null) {
      rejected++;
    } else if (key.equals(HEAD)) {
      head(fields);
    } else {
      result(key, fields);
    }
  }

  AroiData finish() {
    return new AroiData(checkedAt, successRate, proofs, results, rejected);
  }

  private void head(JsonFields head) {
    JsonFields metadata = head.object("metadata");
    if (metadata != null) {
      checkedAt = metadata.isoTime("timestamp"); // without a zone (sources 6.2)
      Double percent = metadata.number("success_rate", 0, 100);
      successRate = percent == null ? null : percent / 100;
    }
    JsonFields statistics = head.object("statistics");
    JsonFields types = statistics == null ? null : statistics.object("proof_types");
    if (types != null) {
      proofs(ProofType.DNS_RSA, types.object("dns_rsa"));
      proofs(ProofType.URI_RSA, types.object("uri_rsa"));
    }
  }

  private void proofs(ProofType type, @Nullable JsonFields counts) {
    Long total = counts == null ? null : counts.natural("total");
    Long valid = counts == null ? null : counts.natural("valid");
    if (total != null && valid != null && valid <= total) {
      proofs.put(type, new Proofs(total, valid));
    }
  }

  private void result(String key, JsonFields fields) {
    Fingerprint relay = Fingerprint.parse(key);
    Boolean valid = fields.flag("valid");
    if (relay == null || valid == null) {
      rejected++;
      return;
    }
    results.put(relay, new Result(valid, proof(fields.text("proof_type")), error(fields)));
  }

  private static @Nullable ProofType proof(@Nullable String text) {
    return switch (text) {
      case "dns-rsa" -> ProofType.DNS_RSA;
      case "uri-rsa" -> ProofType.URI_RSA;
      case null, default -> null;
    };
  }

  private @Nullable String error(JsonFields fields) {
    String error = fields.text("error", LONGEST_ERROR);
    if (error == null || error.isBlank()) {
      return null;
    }
    // Most relays have one of a few errors.
    return texts.computeIfAbsent(error, text -> text);
  }
}
