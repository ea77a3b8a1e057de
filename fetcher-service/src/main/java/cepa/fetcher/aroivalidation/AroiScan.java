package cepa.fetcher.aroivalidation;

import cepa.error.PermanentException;
import cepa.fetcher.Entities;
import cepa.fetcher.SplitDocument;
import cepa.fetcher.SpooledDocument;
import cepa.fetcher.UpstreamText;
import cepa.model.Fingerprint;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// One pass over one document.
final class AroiScan {

  /// Key of the record that holds what stands beside the results.
  static final String HEAD = "head";

  /// Larger than any result there is, and well below what a record on the log may hold.
  private static final long MAX_RESULT_BYTES = 4 * 1024 * 1024;

  private final SpooledDocument document;
  private final JsonParser json;
  private final AroiHead head;
  private final Map<String, Slice> results = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();
  private long rejected;
  private long duplicates;

  AroiScan(SpooledDocument document, JsonParser json) {
    this.document = document;
    this.json = json;
    this.head = new AroiHead(document);
  }

  SplitDocument run() {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw refused("is not a JSON object");
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      long from = json.currentTokenLocation().getByteOffset();
      member(json.currentName(), json.nextToken(), from);
    }
    if (json.nextToken() != null) {
      throw refused("goes on after its end");
    }
    for (String name : new String[] {"metadata", "statistics", "results"}) {
      if (!names.contains(name)) {
        throw refused("has no '" + name + "'");
      }
    }
    head.count(AroiHead.REJECTED, rejected);
    head.count(AroiHead.DUPLICATES, duplicates);
    return new SplitDocument(document, head.published(), head.fields(), entities());
  }

  private Entities entities() {
    Entities entities = new Entities();
    entities.add(HEAD, head.json());
    results.forEach((fingerprint, at) -> entities.add(fingerprint, at.from(), at.length()));
    return entities;
  }

  private void member(String name, JsonToken value, long from) {
    if (!names.add(name)) {
      throw refused("has '" + UpstreamText.shown(name) + "' twice");
    }
    if (name.equals("results")) {
      require(value == JsonToken.START_ARRAY, "has 'results' that is not an array");
      while (json.nextToken() != JsonToken.END_ARRAY) {
        result();
      }
      return;
    }
    if (name.equals("metadata")) {
      require(value == JsonToken.START_OBJECT, "has 'metadata' that is not an object");
      metadata();
    } else {
      json.skipChildren();
      // A text that nobody asked for is read no further than its beginning.
      json.finishToken();
    }
    long to = json.currentLocation().getByteOffset();
    requireUtf8(from, to);
    head.add(from, to);
  }

  private void metadata() {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
        head.field(name, json.getString());
      }
      json.skipChildren();
    }
  }

  private void result() {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      rejected++;
      return;
    }
    long from = json.currentTokenLocation().getByteOffset();
    String fingerprint = null;
    boolean clear = true;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean named = json.currentName().equals("fingerprint");
      JsonToken value = json.nextToken();
      if (named) {
        clear &= fingerprint == null && value == JsonToken.VALUE_STRING;
        fingerprint = json.getString();
      }
      json.skipChildren();
    }
    long to = json.currentLocation().getByteOffset();
    requireUtf8(from, to);
    add(clear ? Fingerprint.parse(fingerprint) : null, from, to);
  }

  private void add(@Nullable Fingerprint fingerprint, long from, long to) {
    if (fingerprint == null || to - from > MAX_RESULT_BYTES) {
      rejected++;
    } else if (results.put(fingerprint.hex(), new Slice(from, (int) (to - from))) != null) {
      duplicates++;
    }
  }

  /// Offsets are known for UTF-8 only.
  private void requireUtf8(long from, long to) {
    require(from >= 0 && to > from, "is not UTF-8");
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw refused(otherwise);
    }
  }

  private PermanentException refused(String what) {
    return new PermanentException("Document " + document.name() + " " + what);
  }

  /// Where a result is in the document.
  private record Slice(long from, int length) {}
}
