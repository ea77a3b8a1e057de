package cepa.processor.source.onionoouptime;

import cepa.artefact.SeriesArchive;
import cepa.model.Fingerprint;
import cepa.model.Relay;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// An uptime snapshot.
///
/// @param relays shares of time by relay
/// @param details what else is known, by relay: the same relays
/// @param series the graphs behind them, named `uptime/<period>`
/// @param rejected records that are no relay, and relays whose record is damaged
public record UptimeData(
    Map<Fingerprint, Relay.Uptime> relays,
    Map<Fingerprint, UptimeDetail> details,
    SeriesArchive series,
    int rejected) {

  public UptimeData {
    relays = Collections.unmodifiableSortedMap(new TreeMap<>(relays));
    details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
  }

  /// Shares of time alone.
  public UptimeData(Map<Fingerprint, Relay.Uptime> relays, SeriesArchive series) {
    this(relays, Map.of(), series, 0);
  }
}
