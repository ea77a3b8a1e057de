package cepa.processor.directory;

import cepa.model.Fingerprint;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/// Gives every relay a row, so that what several documents say of it stands in columns.
public final class Numbering {

  private final Map<String, Integer> rows = new HashMap<>();
  private final Map<Fingerprint, Integer> fingerprints = new HashMap<>();

  /// The row of a relay; [Lines#UNKNOWN] if the key is no fingerprint.
  public int row(String key) {
    Integer row = rows.get(key);
    return row == null ? another(key) : row;
  }

  private int another(String key) {
    Fingerprint fingerprint = Fingerprint.parse(key);
    if (fingerprint == null) {
      return Lines.UNKNOWN;
    }
    int row = fingerprints.computeIfAbsent(fingerprint, _ -> fingerprints.size());
    rows.put(fingerprint.hex(), row);
    return row;
  }

  /// Rows by relay.
  public Map<Fingerprint, Integer> rows() {
    return Collections.unmodifiableMap(fingerprints);
  }
}
