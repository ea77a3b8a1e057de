package cepa.simulator.aroi;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// What the validator says about one relay.
///
/// @param proofType null: the contact names none
/// @param domain host and port of the contact's address; null: none
/// @param step what proved it; null: not proven
/// @param error null: proven
/// @param crashed the validator failed itself, so some fields are missing
record ValidationResult(
    String nickname,
    String fingerprint,
    @Nullable String proofType,
    @Nullable String domain,
    @Nullable Step step,
    @Nullable String error,
    boolean crashed) {

  /// @param proofUri where the proof was found; null: in the domain name system
  record Step(String name, String details, @Nullable String proofUri) {}

  boolean valid() {
    return step != null;
  }

  void write(JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("nickname", nickname);
    json.writeStringProperty("fingerprint", fingerprint);
    json.writeBooleanProperty("valid", valid());
    if (!crashed) {
      string("proof_type", proofType, json);
      string("domain", domain, json);
      if (step != null && step.proofUri() != null) {
        json.writeStringProperty("proof_uri", step.proofUri());
      }
      json.writeArrayPropertyStart("validation_steps");
      if (step != null) {
        json.writeStartObject();
        json.writeStringProperty("step", step.name());
        json.writeBooleanProperty("success", true);
        json.writeStringProperty("details", step.details());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    string("error", error, json);
    json.writeEndObject();
  }

  private static void string(String name, @Nullable String value, JsonGenerator json) {
    if (value == null) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, value);
    }
  }
}
