package cepa.processor.source.onionoobandwidth;

import cepa.artefact.SeriesArchive;
import cepa.model.Fingerprint;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// A bandwidth snapshot.
///
/// @param relays what is known of each relay
/// @param series the graphs behind it, bytes per second, named `read_history/<period>` and
///   `write_history/<period>`
/// @param rejected records that are no relay, and relays whose record is damaged
public record BandwidthData(
    Map<Fingerprint, RelayBandwidth> relays, SeriesArchive series, int rejected) {
  public BandwidthData {
    relays = Collections.unmodifiableSortedMap(new TreeMap<>(relays));
  }
}
