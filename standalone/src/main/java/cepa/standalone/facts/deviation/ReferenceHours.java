package cepa.standalone.facts.deviation;

import cepa.processor.directory.StatusHead;
import cepa.processor.source.collectorvotes.VotesData;
import cepa.processor.source.collectorvotes.VotesData.Vote;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Votes as if all were of one hour (S-15).
final class ReferenceHours {

  private ReferenceHours() {}

  static VotesData level(VotesData votes) {
    Instant newest =
        votes.votes().stream()
            .map(vote -> vote.head().validAfter())
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return new VotesData(
        votes.votes().stream()
            .map(vote -> new Vote(vote.identity(), at(vote.head(), newest), vote.routers()))
            .toList(),
        votes.rows(),
        votes.flags(),
        votes.ipv6Addresses(),
        votes.rejected());
  }

  private static StatusHead at(StatusHead head, @Nullable Instant time) {
    return new StatusHead(
        time,
        head.validUntil(),
        head.published(),
        head.method(),
        head.methods(),
        head.knownFlags(),
        head.thresholds(),
        head.params(),
        head.sources(),
        head.bandwidthHeaders(),
        head.bandwidthDigest(),
        head.damaged());
  }
}
