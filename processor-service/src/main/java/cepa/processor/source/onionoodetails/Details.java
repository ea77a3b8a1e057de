package cepa.processor.source.onionoodetails;

import java.time.Instant;
import java.util.List;

/// A details snapshot.
///
/// @param snapshot its id
/// @param published upstream's time of it
/// @param relays every relay in it, by fingerprint
/// @param rejected records that could not be read as a relay, by fetcher and reader
public record Details(String snapshot, Instant published, List<RelayDetails> relays, int rejected) {
  public Details {
    relays = List.copyOf(relays);
  }
}
