package cepa.processor.directory;

import cepa.model.Fingerprint;
import cepa.model.consensus.FlagThresholds;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a consensus or vote says before its relays (sources 8.2, A.1, A.2).
///
/// @param validAfter null if it does not say
/// @param validUntil null if it does not say
/// @param published when the vote was made; null in a consensus
/// @param method of a consensus; null in a vote
/// @param methods known to the voter, ascending; empty in a consensus, or if any is no number
/// @param knownFlags as listed
/// @param thresholds of the voter
/// @param params network parameters, by name; values that are no numbers are left out
/// @param sources who voted; a vote has its own only
/// @param bandwidthHeaders of the scanner's file behind a vote, by name; null if it has none
/// @param bandwidthDigest SHA-256 of that file, 64 upper-case hex digits; null if unknown
/// @param damaged words that should be numbers and are not
public record StatusHead(
    @Nullable Instant validAfter,
    @Nullable Instant validUntil,
    @Nullable Instant published,
    @Nullable Integer method,
    List<Integer> methods,
    List<String> knownFlags,
    FlagThresholds thresholds,
    Map<String, Integer> params,
    List<DirSource> sources,
    @Nullable Map<String, String> bandwidthHeaders,
    @Nullable String bandwidthDigest,
    int damaged) {

  public StatusHead {
    methods = List.copyOf(methods);
    knownFlags = List.copyOf(knownFlags);
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    sources = List.copyOf(sources);
    bandwidthHeaders =
        bandwidthHeaders == null
            ? null
            : Collections.unmodifiableSortedMap(new TreeMap<>(bandwidthHeaders));
  }

  /// An authority as documents name it.
  ///
  /// @param nickname letters and digits
  /// @param identity v3 identity
  /// @param address printable ASCII, hostile
  /// @param dirPort 0 for none
  /// @param orPort 0 for none
  public record DirSource(
      String nickname, Fingerprint identity, String address, int dirPort, int orPort) {}
}
