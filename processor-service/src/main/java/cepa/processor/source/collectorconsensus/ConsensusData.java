package cepa.processor.source.collectorconsensus;

import cepa.model.Fingerprint;
import cepa.processor.directory.RouterColumns;
import cepa.processor.directory.StatusHead;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A consensus.
///
/// @param head what it says before its relays
/// @param rows rows of the columns by relay
/// @param routers what it says of them
/// @param flags names of flags by their bit
/// @param bandwidthWeights from its foot, by name; empty if damaged
/// @param signers v3 identities of those who signed it, not verified, ascending
/// @param rejected entries that made no sense, and numbers in the head that are none
public record ConsensusData(
    StatusHead head,
    Map<Fingerprint, Integer> rows,
    RouterColumns routers,
    List<String> flags,
    Map<String, Integer> bandwidthWeights,
    List<Fingerprint> signers,
    int rejected) {

  public ConsensusData {
    rows = Collections.unmodifiableMap(rows);
    flags = List.copyOf(flags);
    bandwidthWeights = Collections.unmodifiableSortedMap(new TreeMap<>(bandwidthWeights));
    signers = List.copyOf(signers);
  }
}
