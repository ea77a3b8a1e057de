package cepa.standalone.facts.deviation;

import cepa.model.Fingerprint;
import cepa.processor.directory.RouterColumns;
import cepa.processor.source.collectorvotes.VotesData;
import cepa.processor.source.collectorvotes.VotesData.Vote;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.RawVotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Votes as if every further address in them were one of IPv6 (S-16).
final class ReferenceAddresses {

  private ReferenceAddresses() {}

  static boolean isAny(FactsInput input) {
    VotesData votes = input.find(VotesData.class);
    return votes != null
        && votes.votes().stream()
            .anyMatch(vote ->
                further(input).getOrDefault(vote.identity(), Set.of()).stream()
                    .map(votes.rows()::get)
                    .anyMatch(row -> row != null && isAdded(vote.routers(), row)));
  }

  /// Whether the vote has the relay, and no IPv6 address of it.
  private static boolean isAdded(RouterColumns columns, int row) {
    return columns.has(row) && columns.ipv6()[row] < 0;
  }

  private static Map<Fingerprint, Set<Fingerprint>> further(FactsInput input) {
    RawVotes raw = input.find(RawVotes.class);
    return raw == null ? Map.of() : raw.furtherIpv4();
  }

  static VotesData with(VotesData votes, FactsInput input) {
    List<String> addresses = new ArrayList<>(votes.ipv6Addresses());
    addresses.add("[::]:0");
    List<Vote> all = new ArrayList<>();
    for (Vote vote : votes.votes()) {
      Set<Fingerprint> relays = further(input).getOrDefault(vote.identity(), Set.of());
      all.add(
          new Vote(
              vote.identity(),
              vote.head(),
              with(vote.routers(), relays, votes.rows(), addresses.size() - 1)));
    }
    return new VotesData(all, votes.rows(), votes.flags(), addresses, votes.rejected());
  }

  private static RouterColumns with(
      RouterColumns columns, Set<Fingerprint> relays, Map<Fingerprint, Integer> rows, int address) {
    int[] ipv6 = columns.ipv6().clone();
    int added = 0;
    for (Fingerprint relay : relays) {
      Integer row = rows.get(relay);
      if (row != null && isAdded(columns, row)) {
        ipv6[row] = address;
        added++;
      }
    }
    return new RouterColumns(
        columns.entries(),
        columns.withIpv6() + added,
        columns.flags(),
        columns.bandwidth(),
        columns.measured(),
        columns.wfu(),
        columns.timeKnown(),
        columns.mtbf(),
        ipv6,
        columns.published(),
        columns.unmeasured());
  }
}
