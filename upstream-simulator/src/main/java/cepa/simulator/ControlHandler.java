package cepa.simulator;

import cepa.simulator.document.Timestamps;
import cepa.simulator.fault.Fault;
import cepa.simulator.fault.FaultText;
import cepa.simulator.http.HttpConnection;
import cepa.simulator.http.HttpRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `/_control`: what people and scripts outside this process use in place of the Java API.
///
/// GET tells tick, faults, edits and request counts. POST takes any of
///
/// ```json
/// {"tick": 3, "advance": 1, "clearFaults": true, "clearEdits": true, "clearRequests": true,
///  "faults": [{"path": "/uptime", "kind": "status", "value": "503+10", "times": 2}],
///  "edits": [{"fingerprint": "…", "field": "contact", "value": "X", "fromTick": 4}],
///  "sources": {"authority-health": {"open": true}}}
/// ```
final class ControlHandler {

  static final String PATH = "/_control";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final UpstreamSimulator simulator;

  ControlHandler(UpstreamSimulator simulator) {
    this.simulator = simulator;
  }

  void handle(HttpRequest request, HttpConnection connection) throws IOException {
    Answer answer = new Answer(request, connection);
    try {
      if (request.method().equals("POST")) {
        apply(JSON.readTree(request.body()));
      }
      answer.bytes(200, SimulatedDocument.JSON, JSON.writeValueAsBytes(state()));
    } catch (JacksonException | IllegalArgumentException e) {
      answer.text(400, e.getMessage() + "\n");
    }
  }

  private Map<String, Object> state() {
    Map<String, Object> sources = new LinkedHashMap<>();
    simulator.sources().all().forEach(source -> sources.put(source.id(), source.status()));
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("tick", simulator.tick());
    state.put("published", Timestamps.text(simulator.moment().published()));
    state.put("faults", simulator.faults().all().stream().map(ControlHandler::text).toList());
    state.put("edits", simulator.moment().edits().all());
    state.put("requests", simulator.requests());
    state.put("sources", sources);
    return state;
  }

  private static Map<String, Object> text(Fault fault) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("path", fault.path());
    text.put("action", fault.action().toString());
    if (fault.times() != Fault.ALWAYS) {
      text.put("times", fault.times());
    }
    return text;
  }

  private void apply(JsonNode change) {
    if (flag(change, "clearFaults")) {
      simulator.faults().clear();
    }
    if (flag(change, "clearEdits")) {
      simulator.clearEdits();
    }
    if (flag(change, "clearRequests")) {
      simulator.clearRequests();
    }
    if (change.has("tick")) {
      simulator.setTick(change.get("tick").asInt());
    }
    if (change.has("advance")) {
      simulator.advance(change.get("advance").asInt());
    }
    change.path("faults").forEach(fault -> simulator.faults().add(fault(fault)));
    change.path("edits").forEach(this::edit);
    change
        .path("sources")
        .properties()
        .forEach(entry -> configure(entry.getKey(), entry.getValue()));
  }

  private static boolean flag(JsonNode change, String name) {
    return change.path(name).asBoolean(false);
  }

  private static Fault fault(JsonNode json) {
    String value = json.has("value") ? json.get("value").asString() : null;
    return new Fault(
        text(json, "path"),
        FaultText.action(text(json, "kind"), value),
        json.path("times").asInt(Fault.ALWAYS));
  }

  private void edit(JsonNode json) {
    JsonNode value = json.path("value");
    simulator.edit(
        text(json, "fingerprint"),
        text(json, "field"),
        value.isMissingNode() || value.isNull() ? null : value,
        json.path("fromTick").asInt(simulator.tick()));
  }

  private void configure(String id, JsonNode settings) {
    simulator.sources().all().stream()
        .filter(source -> source.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no source " + id))
        .configure(settings);
  }

  private static String text(JsonNode json, String name) {
    if (!json.has(name)) {
      throw new IllegalArgumentException("Missing \"" + name + "\" in " + json);
    }
    return json.get(name).asString();
  }
}
