package cepa.processor.source.collectorvotes;

import cepa.model.Fingerprint;
import cepa.processor.directory.RouterColumns;
import cepa.processor.directory.StatusHead;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// The newest votes.
///
/// @param votes one an authority, by identity
/// @param rows rows of all columns by relay
/// @param flags names of flags by their bit
/// @param ipv6Addresses texts by their number
/// @param rejected entries and documents that made no sense, and numbers in heads that are none
public record VotesData(
    List<Vote> votes,
    Map<Fingerprint, Integer> rows,
    List<String> flags,
    List<String> ipv6Addresses,
    int rejected) {

  public VotesData {
    votes = List.copyOf(votes);
    rows = Collections.unmodifiableMap(rows);
    flags = List.copyOf(flags);
    ipv6Addresses = List.copyOf(ipv6Addresses);
  }

  /// @param identity v3 identity of the authority
  /// @param head what it says before its relays
  /// @param routers what it says of them
  public record Vote(Fingerprint identity, StatusHead head, RouterColumns routers) {}
}
