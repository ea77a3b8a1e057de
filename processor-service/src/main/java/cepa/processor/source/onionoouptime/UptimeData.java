package cepa.processor.source.onionoouptime;

import cepa.artefact.SeriesArchive;
import cepa.model.Fingerprint;
import cepa.model.Relay;
import java.util.Map;
import java.util.TreeMap;

/// An uptime snapshot.
///
/// @param relays shares of time by relay
/// @param series the graphs behind them, named `uptime/<period>`
public record UptimeData(Map<Fingerprint, Relay.Uptime> relays, SeriesArchive series) {
  public UptimeData {
    relays = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(relays));
  }
}
