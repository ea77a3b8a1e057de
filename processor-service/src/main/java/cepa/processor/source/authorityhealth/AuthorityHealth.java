package cepa.processor.source.authorityhealth;

import cepa.model.consensus.Authorities;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// Probes of the authorities.
///
/// @param probes by nickname in lower case
/// @param rejected records that made no sense
public record AuthorityHealth(Map<String, Authorities.Probe> probes, int rejected) {
  public AuthorityHealth {
    probes = Collections.unmodifiableSortedMap(new TreeMap<>(probes));
  }
}
