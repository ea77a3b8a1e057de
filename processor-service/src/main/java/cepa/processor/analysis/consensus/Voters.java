package cepa.processor.analysis.consensus;

import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.model.consensus.FlagThresholds;
import cepa.model.consensus.Voter;
import cepa.processor.source.collectorvotes.VotesData;
import cepa.processor.source.collectorvotes.VotesData.Vote;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The configured voters and their votes.
final class Voters {

  /// A vote may be of the hour before the newest: authorities are not all fetched at once (D-15).
  private static final Duration OLDEST = Duration.ofHours(1);

  private final Map<Fingerprint, Vote> votes = new TreeMap<>();
  private final Map<String, Integer> relays = new HashMap<>();
  private final @Nullable Instant newest;
  private final List<Voter> all;

  Voters(VoterTable table, @Nullable VotesData data, List<Relay> relays) {
    for (Vote vote : data == null ? List.<Vote>of() : data.votes()) {
      if (vote.routers().entries() > 0) {
        votes.put(vote.identity(), vote);
      }
    }
    for (int i = 0; i < relays.size(); i++) {
      if (relays.get(i).has("Authority")) {
        this.relays.putIfAbsent(relays.get(i).nickname().toLowerCase(Locale.ROOT), i);
      }
    }
    newest =
        table.rows().stream()
            .map(row -> votes.get(row.identity()))
            .filter(Objects::nonNull)
            .map(vote -> vote.head().validAfter())
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
    all =
        table.rows().stream()
            .map(this::voter)
            .sorted(Comparator.comparing(Voter::name).thenComparing(Voter::identity))
            .toList();
  }

  List<Voter> all() {
    return all;
  }

  @Nullable Vote vote(Voter voter) {
    return votes.get(voter.identity());
  }

  private Voter voter(VoterTable.Row row) {
    Vote vote = votes.get(row.identity());
    String name = vote == null ? row.name() : name(vote, row);
    if (vote == null) {
      return new Voter(
          name,
          row.identity(),
          row.country(),
          relays.get(name),
          Voter.State.MISSING,
          null,
          null,
          0,
          false,
          false,
          FlagThresholds.NONE);
    }
    return new Voter(
        name,
        row.identity(),
        row.country(),
        relays.get(name),
        counts(vote) ? Voter.State.COUNTED : Voter.State.STALE,
        vote.head().validAfter(),
        vote.head().published(),
        vote.routers().entries(),
        vote.head().bandwidthHeaders() != null,
        vote.routers().withIpv6() * 100L > vote.routers().entries(),
        vote.head().thresholds());
  }

  private boolean counts(Vote vote) {
    Instant time = vote.head().validAfter();
    return time != null && newest != null && !time.isBefore(newest.minus(OLDEST));
  }

  private static String name(Vote vote, VoterTable.Row row) {
    return vote.head().sources().stream()
        .filter(source -> source.identity().equals(row.identity()))
        .map(source -> source.nickname().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse(row.name());
  }
}
