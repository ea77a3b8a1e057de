package cepa.processor.source.collectorvotes;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.processor.source.collectorvotes.VotesData.Vote;
import org.junit.jupiter.api.Test;

class VotesReaderTest {

  private static final String ONE = "1".repeat(40);
  private static final String TWO = "2".repeat(40);

  @Test
  void votesAreByIdentity_andShareTheirRows() {
    VotesData data =
        new TestVotes()
            .vote(TWO, vote -> vote.relay("A", "Running").relay("B", "Fast Running"))
            .vote(ONE, vote -> vote.relay("B", "Valid"))
            .data();
    assertThat(data.votes()).extracting(v -> v.identity().hex()).containsExactly(ONE, TWO);
    assertThat(data.votes()).extracting(v -> v.routers().entries()).containsExactly(1, 2);
    assertThat(data.flags()).containsExactly("Running", "Fast", "Valid");
    assertThat(data.rows()).hasSize(2);
  }

  @Test
  void ofTwoVotesOfOneAuthority_theNewerCounts() {
    VotesData data =
        new TestVotes()
            .vote(ONE, vote -> vote.relay("A", "Running").at("2026-01-15 13:00:00"))
            .vote(ONE, vote -> vote.relay("B", "Running"))
            .data();
    assertThat(data.votes())
        .extracting(vote -> vote.head().validAfter())
        .containsExactly(java.time.Instant.parse("2026-01-15T13:00:00Z"));
  }

  @Test
  void documentOfAnotherName_isToldByItsSource() {
    VotesData data =
        new TestVotes()
            .vote("vote", v -> v.head("dir-source moria1 " + ONE + " h 192.0.2.1 80 443"))
            .data();
    assertThat(data.votes()).extracting(Vote::identity).asString().contains(ONE);
    assertThat(new TestVotes().vote("vote", _ -> {}).data().rejected()).isEqualTo(1);
  }
}
