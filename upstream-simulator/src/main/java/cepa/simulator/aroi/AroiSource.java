package cepa.simulator.aroi;

import cepa.simulator.SimulatedDocument;
import cepa.simulator.SimulatedMoment;
import cepa.simulator.SimulatedSource;
import cepa.simulator.document.Timestamps;
import cepa.simulator.network.Draw;
import cepa.simulator.network.NetworkHour;
import cepa.simulator.network.RelayHour;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// `/latest.json`: which relays prove who runs them.
public final class AroiSource implements SimulatedSource {

  private static final ObjectWriter JSON =
      JsonMapper.shared().writerWithDefaultPrettyPrinter().with(JsonWriteFeature.ESCAPE_NON_ASCII);
  private static final int HALF_HOUR = 1800;

  @Override
  public String id() {
    return "aroi-validation";
  }

  @Override
  public String service() {
    return "aroi";
  }

  @Override
  public List<SimulatedDocument> documents(SimulatedMoment moment) {
    return List.of(
        moment.hourly("/latest.json", SimulatedDocument.JSON, out -> write(moment.hour(), out)));
  }

  private static void write(NetworkHour hour, OutputStream out) {
    Validator validator = new Validator(hour.tick());
    // The validator writes results as its threads finish, so in no order.
    Draw finished = hour.network().seed().of("validated").of(hour.tick());
    List<ValidationResult> results =
        hour.relays().stream()
            .sorted(
                Comparator.comparingLong(
                    (RelayHour relay) -> finished.of(relay.fingerprint()).bits()))
            .map(validator::validate)
            .toList();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      metadata(hour, results, json);
      statistics(results, json);
      json.writeArrayPropertyStart("results");
      results.forEach(result -> result.write(json));
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void metadata(
      NetworkHour hour, List<ValidationResult> results, JsonGenerator json) {
    long at = hour.published() - HALF_HOUR;
    int micros = 100_000 + hour.network().seed().of("micros").of(hour.tick()).below(900_000);
    json.writeObjectPropertyStart("metadata");
    json.writeStringProperty("timestamp", Timestamps.iso(at) + "." + micros);
    totals(results, json);
    json.writeEndObject();
  }

  private static void statistics(List<ValidationResult> results, JsonGenerator json) {
    json.writeObjectPropertyStart("statistics");
    totals(results, json);
    json.writeObjectPropertyStart("proof_types");
    proofType("dns_rsa", withProof(results, "dns-rsa"), json);
    proofType("uri_rsa", withProof(results, "uri-rsa"), json);
    json.writeObjectPropertyStart("no_proof");
    json.writeNumberProperty("total", withProof(results, null).size());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static List<ValidationResult> withProof(
      List<ValidationResult> results, @Nullable String type) {
    return results.stream()
        .filter(
            result -> type == null ? result.proofType() == null : type.equals(result.proofType()))
        .toList();
  }

  private static void totals(List<ValidationResult> results, JsonGenerator json) {
    int valid = valid(results);
    json.writeNumberProperty("total_relays", results.size());
    json.writeNumberProperty("valid_relays", valid);
    json.writeNumberProperty("invalid_relays", results.size() - valid);
    rate(valid, results.size(), json);
  }

  private static void proofType(String name, List<ValidationResult> results, JsonGenerator json) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("total", results.size());
    json.writeNumberProperty("valid", valid(results));
    rate(valid(results), results.size(), json);
    json.writeEndObject();
  }

  private static void rate(int valid, int total, JsonGenerator json) {
    if (total == 0) {
      json.writeNumberProperty("success_rate", 0);
    } else {
      json.writeNumberProperty("success_rate", valid * 100.0 / total);
    }
  }

  private static int valid(List<ValidationResult> results) {
    return (int) results.stream().filter(ValidationResult::valid).count();
  }
}
