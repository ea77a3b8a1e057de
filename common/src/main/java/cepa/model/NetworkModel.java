package cepa.model;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Everything pages know of the network at one moment. Made once a build by the processor, read by
/// every renderer; equal inputs make equal models.
///
/// @param asOf the moment the model speaks of: upstream's published time of the details snapshot
/// @param site what the site's owner configured and pages show
/// @param sources where the figures come from, by source id; every known source is listed
/// @param totals figures of the whole network
/// @param relays by observed bandwidth descending, then fingerprint ascending: "base order"; other
///   lists name relays by their index here
/// @param groups relays by what they share: lists in order of key, by kind of group (`country`,
///   `network`, `platform`, `flag`, `first-seen`, `operator`, `family`)
/// @param memberSets distinct sets of fingerprints that families name, each ascending; order of
///   first use
/// @param trend the network over time
public record NetworkModel(
    Instant asOf,
    SiteSettings site,
    List<SourceProvenance> sources,
    NetworkTotals totals,
    List<Relay> relays,
    Map<String, List<RelayGroup>> groups,
    List<List<Fingerprint>> memberSets,
    NetworkTrend trend) {

  public NetworkModel {
    sources = List.copyOf(sources);
    relays = List.copyOf(relays);
    TreeMap<String, List<RelayGroup>> byKind = new TreeMap<>();
    groups.forEach((kind, all) -> byKind.put(kind, List.copyOf(all)));
    groups = Collections.unmodifiableSortedMap(byKind);
    memberSets = memberSets.stream().map(List::copyOf).toList();
  }

  /// The groups of a kind, by key; empty if the model has no such kind.
  public List<RelayGroup> groups(String kind) {
    return groups.getOrDefault(kind, List.of());
  }

  /// The fingerprints of a member set.
  ///
  /// @param set index as in [Relay.Family]; null for none
  /// @return ascending; empty for null
  public List<Fingerprint> members(@Nullable Integer set) {
    return set == null ? List.of() : memberSets.get(set);
  }

  /// The provenance of a source, or null if this model does not know the source.
  public @Nullable SourceProvenance source(String id) {
    return sources.stream().filter(s -> s.id().equals(id)).findFirst().orElse(null);
  }
}
