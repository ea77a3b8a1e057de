package cepa.fetcher.onionoo;

import cepa.error.PermanentException;
import cepa.fetcher.Entities;
import cepa.fetcher.SplitDocument;
import cepa.fetcher.SpooledDocument;
import cepa.fetcher.UpstreamText;
import cepa.model.Fingerprint;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// One pass over one document.
final class OnionooScan {

  /// Larger than any relay there is, and well below what a record on the log may hold.
  private static final long MAX_RELAY_BYTES = 4 * 1024 * 1024;

  private final SpooledDocument document;
  private final JsonParser json;
  private final Entities relays = new Entities();
  private final OnionooEnvelope envelope;
  private final Set<String> names = new HashSet<>();
  private long rejected;
  private long duplicates;
  private long running;
  private boolean runningSeen;
  private long bridges;

  OnionooScan(SpooledDocument document, JsonParser json) {
    this.document = document;
    this.json = json;
    this.envelope = new OnionooEnvelope(document.name());
  }

  SplitDocument run() {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw refused("is not a JSON object");
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      member(json.currentName(), json.nextToken());
    }
    if (json.nextToken() != null) {
      throw refused("goes on after its end");
    }
    if (!names.contains("relays")) {
      throw refused("has no array 'relays'");
    }
    return finished();
  }

  private SplitDocument finished() {
    envelope.count(OnionooEnvelope.BRIDGES, bridges);
    envelope.countIfAny(OnionooEnvelope.REJECTED, rejected);
    envelope.countIfAny(OnionooEnvelope.DUPLICATES, duplicates);
    if (runningSeen) {
      envelope.count(OnionooEnvelope.RUNNING, running);
    }
    return new SplitDocument(document, envelope.published(), envelope.fields(), relays);
  }

  private void member(String name, JsonToken value) {
    if (!names.add(name)) {
      throw refused("has '" + UpstreamText.shown(name) + "' twice");
    }
    switch (name) {
      case "relays" -> {
        requireArray(name, value);
        while (json.nextToken() != JsonToken.END_ARRAY) {
          relay();
        }
      }
      case "bridges" -> {
        requireArray(name, value);
        while (json.nextToken() != JsonToken.END_ARRAY) {
          json.skipChildren();
          bridges++;
        }
      }
      default -> {
        if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
          envelope.add(name, json.getString());
        }
        json.skipChildren();
      }
    }
  }

  private void relay() {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      rejected++;
      return;
    }
    long from = json.currentTokenLocation().getByteOffset();
    String fingerprint = null;
    boolean clear = true;
    boolean runs = false;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (name.equals("fingerprint")) {
        clear &= fingerprint == null && value == JsonToken.VALUE_STRING;
        fingerprint = json.getString();
      } else if (name.equals("running")) {
        runs = value == JsonToken.VALUE_TRUE;
        runningSeen = true;
      }
      json.skipChildren();
    }
    long to = json.currentLocation().getByteOffset();
    add(clear ? Fingerprint.parse(fingerprint) : null, from, to, runs);
  }

  private void add(@Nullable Fingerprint fingerprint, long from, long to, boolean runs) {
    if (from < 0 || to <= from) {
      // Offsets are known for UTF-8 only.
      throw refused("is not UTF-8");
    }
    if (fingerprint == null || to - from > MAX_RELAY_BYTES) {
      rejected++;
    } else if (!relays.add(fingerprint.hex(), from, (int) (to - from))) {
      duplicates++;
    } else if (runs) {
      running++;
    }
  }

  private void requireArray(String name, JsonToken value) {
    if (value != JsonToken.START_ARRAY) {
      throw refused("has '" + name + "' that is not an array");
    }
  }

  private PermanentException refused(String what) {
    return new PermanentException("Document " + document.name() + " " + what);
  }
}
