package cepa.processor.analysis.groups;

import cepa.model.RelayGroup;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Relays by what they share.
///
/// @param byKind groups in order of key, by kind
public record Groups(Map<String, List<RelayGroup>> byKind) {
  public Groups {
    byKind = Collections.unmodifiableSortedMap(new TreeMap<>(byKind));
  }

  /// The groups of a kind; empty if nothing makes that kind.
  public List<RelayGroup> of(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }
}
