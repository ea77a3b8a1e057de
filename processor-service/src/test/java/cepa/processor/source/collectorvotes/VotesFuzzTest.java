package cepa.processor.source.collectorvotes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Fingerprint;
import cepa.processor.directory.HostileDirectory;
import cepa.processor.source.HostileRecords;
import cepa.processor.source.collectorvotes.VotesData.Vote;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Whatever stands in a vote, its other records and the other votes are read.
class VotesFuzzTest {

  private static final String GOOD = "A".repeat(40);
  private static final String BAD = "B".repeat(40);
  private static final String ONE = "1".repeat(40);
  private static final String TWO = "F".repeat(40);

  @Test
  void hostileEntry_neverTouchesTheOthers() {
    for (byte[] hostile : HostileRecords.ofLines(HostileDirectory.ENTRY)) {
      VotesData data = read(ONE, HostileDirectory.HEAD.getBytes(ISO_8859_1), hostile);
      assertThat(data.votes()).hasSize(2);
      for (Vote vote : data.votes()) {
        HostileDirectory.assertWhole(vote.head());
        HostileDirectory.assertWhole(vote.routers(), row(data, GOOD));
      }
      Vote bad = data.votes().getFirst();
      HostileDirectory.assertSaid(bad.routers(), row(data, BAD), hostile);
      assertThat(bad.routers().entries() + data.rejected()).isEqualTo(2);
      assertThat(data.ipv6Addresses())
          .allMatch(address -> address.matches("\\[[0-9a-fA-F:.]+]:\\d{1,5}"));
    }
  }

  @Test
  void hostileHead_neverTouchesTheRelaysAndTheOtherVotes() {
    for (String document : List.of(ONE, "vote of nobody")) {
      for (byte[] hostile : HostileRecords.ofLines(HostileDirectory.HEAD)) {
        VotesData data = read(document, hostile, HostileDirectory.entry());
        Vote good = data.votes().getLast();
        assertThat(good.identity()).isEqualTo(Fingerprint.of(TWO));
        HostileDirectory.assertWhole(good.head());
        HostileDirectory.assertWhole(good.routers(), row(data, GOOD));
        for (Vote vote : data.votes()) {
          HostileDirectory.assertSensible(vote.head());
          assertThat(vote.routers().entries()).isEqualTo(2);
        }
        assertThat(data.votes().size() + data.rejected())
            .as("a vote of nobody is counted")
            .isGreaterThanOrEqualTo(2);
      }
    }
  }

  @Test
  void nothing_saysNothing() {
    VotesData data = new VotesReader.Collector().data();
    assertThat(data.votes()).isEmpty();
    assertThat(data.rows()).isEmpty();
    assertThat(data.rejected()).isZero();
  }

  private static int row(VotesData data, String relay) {
    return Objects.requireNonNullElse(data.rows().get(Fingerprint.of(relay)), -1);
  }

  /// The document with these records, and a sound vote.
  private static VotesData read(String document, byte[] head, byte[] entry) {
    var collector = new VotesReader.Collector();
    collector.begin(document);
    collector.add(BAD, entry);
    collector.add("head", head);
    collector.add(GOOD, HostileDirectory.entry());
    collector.end();
    collector.begin(TWO);
    collector.add("head", HostileDirectory.HEAD.getBytes(ISO_8859_1));
    collector.add(GOOD, HostileDirectory.entry());
    collector.add(BAD, HostileDirectory.entry());
    collector.end();
    return collector.data();
  }
}
