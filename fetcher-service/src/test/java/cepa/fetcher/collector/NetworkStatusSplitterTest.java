package cepa.fetcher.collector;

import static cepa.fetcher.CollectorTexts.consensus;
import static cepa.fetcher.CollectorTexts.entries;
import static cepa.fetcher.CollectorTexts.entry;
import static cepa.fetcher.CollectorTexts.foot;
import static cepa.fetcher.CollectorTexts.head;
import static cepa.fetcher.CollectorTexts.vote;
import static cepa.fetcher.OnionooDocuments.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import cepa.error.PermanentException;
import cepa.fetcher.SplitDocument;
import cepa.fetcher.Splits;
import cepa.fetcher.Spooled;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkStatusSplitterTest {

  private static final String THREE = "2026-08-22 15:00:00";
  private static final String IDENTITY = "F533C81CEF0BC0267857C99B2F471ADF249FA232";

  @TempDir Path directory;

  @Test
  void consensus_isHeadRelaysAndFoot() {
    SplitDocument split = split(consensus(THREE, 3));

    assertThat(Splits.records(split))
        .containsExactly(
            entry("head", head("consensus", THREE)),
            entry(fingerprint(1), entry(1)),
            entry(fingerprint(2), entry(2)),
            entry(fingerprint(3), entry(3)),
            entry("foot", foot()));
    assertThat(split.published()).isEqualTo(Instant.parse("2026-08-22T15:00:00Z"));
    assertThat(split.envelope())
        .containsOnly(
            entry("valid_after", THREE), entry("consensus_method", "34"), entry("relays", "3"));
  }

  @Test
  void vote_isThatOfTheAuthorityItIsNamedFor() {
    SplitDocument split = splitVote(IDENTITY, vote(THREE, IDENTITY, 2));

    assertThat(split.entities().size()).isEqualTo(4);
    assertThat(split.envelope())
        .containsOnly(
            entry("valid_after", THREE), entry("authority", "moria1"), entry("relays", "2"));
    assertThatThrownBy(() -> splitVote(fingerprint(1), vote(THREE, IDENTITY, 2)))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("is the vote of another authority");
    assertThatThrownBy(
            () -> splitVote(IDENTITY, vote(THREE, IDENTITY, 2).replaceAll("dir-source.*\n", "")))
        .hasMessageContaining("has no line dir-source");
  }

  @Test
  void statusWithoutRelays_isHeadAndFoot() {
    SplitDocument split = split(consensus(THREE, 0));

    assertThat(Splits.records(split))
        .containsExactly(entry("head", head("consensus", THREE)), entry("foot", foot()));
    assertThat(split.envelope()).containsEntry("relays", "0");
  }

  @Test
  void windowsLineEnds_areKept() {
    SplitDocument split = split(consensus(THREE, 2).replace("\n", "\r\n"));

    assertThat(Splits.records(split))
        .contains(entry(fingerprint(2), entry(2).replace("\n", "\r\n")));
    assertThat(split.envelope()).containsEntry("valid_after", THREE);
  }

  @Test
  void optInFrontOfKeywords_isPassedOver() {
    SplitDocument split =
        split(consensus(THREE, 2).replaceAll("(?m)^(valid-after|r |s )", "opt $1"));

    assertThat(Splits.records(split))
        .extracting(java.util.Map.Entry::getKey)
        .containsExactly("head", fingerprint(1), fingerprint(2), "foot");
  }

  @Test
  void missingAnnotation_isForgiven() {
    assertThat(split(consensus(THREE, 2).replaceAll("@type.*\n", "")).entities().size())
        .isEqualTo(4);
  }

  @Test
  void newerMinorVersion_isRead() {
    assertThat(split(consensus(THREE, 1).replace("-3 1.0", "-3 1.7")).entities().size())
        .isEqualTo(3);
  }

  @Test
  void badEntries_areCountedAndPassedOver() {
    String document =
        head("consensus", THREE)
            + entry(1)
            + "r short AAAA\ns Fast\n"
            + "r\ns Fast\n"
            + entry(2).replaceFirst(" A", " !")
            + entry(3).replaceFirst("r r3 .{27} ", "r r3 ***************************  ")
            + entry(4).replaceFirst("r r4 .{27} ", "r r4 AAAAAAAAAAAAAAAAAAAAAAAAAA= ")
            + entry(5).replaceFirst("r r5 .{27} ", "r r5 \u0000AAAAAAAAAAAAAAAAAAAAAAAAAA ")
            + entry(6)
            + foot();

    SplitDocument split = split(document);

    assertThat(Splits.records(split))
        .extracting(java.util.Map.Entry::getKey)
        .contains(fingerprint(1), fingerprint(6))
        .doesNotContain(fingerprint(3), fingerprint(4), fingerprint(5));
    assertThat(split.envelope()).containsEntry("records_rejected", "6");
  }

  @Test
  void hugeEntry_isCountedAndPassedOver() {
    String huge = entry(2) + "m " + "x".repeat(Records.MAX_BYTES) + "\n";

    SplitDocument split = split(head("consensus", THREE) + entry(1) + huge + entry(3) + foot());

    assertThat(split.envelope())
        .containsEntry("relays", "2")
        .containsEntry("records_rejected", "1");
    assertThat(Splits.records(split)).contains(entry(fingerprint(3), entry(3)));
  }

  @Test
  void hugeHead_isRefused() {
    assertThatThrownBy(
            () -> split(consensus(THREE, 1).replace("known-flags", "x".repeat(Records.MAX_BYTES))))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("has a head of");
  }

  @Test
  void relayThatComesAgain_isCounted() {
    String again = entry(1).replace("s Fast", "s Slow");

    SplitDocument split = split(head("consensus", THREE) + entry(1) + again + foot());

    assertThat(Splits.records(split)).contains(entry(fingerprint(1), entry(1)));
    assertThat(split.envelope()).containsEntry("records_duplicated", "1");
  }

  @Test
  void manyRelays_keepExactSlicesAcrossBuffers() {
    SplitDocument split = split(consensus(THREE, 5_000));

    assertThat(split.entities().size()).isEqualTo(5_002);
    var records = Splits.records(split);
    for (int i = 1; i <= 5_000; i++) {
      assertThat(records.get(i)).isEqualTo(entry(fingerprint(i), entry(i)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                    | is not a consensus of version 3
          <html>Service Unavailable</html>                      | is not a consensus of version 3
          @type network-status-consensus-3 2.0                  | is of version 2.0 of network-status-consensus-3; this code knows up to 1.x
          @type network-status-consensus-3 one                  | has an unreadable version: one
          @type network-status-consensus-3                      | is of type network-status-consensus-3, not
          @type network-status-vote-3 1.0                       | is of type network-status-vote-3 1.0, not network-status-consensus-3
          @type network-status-microdesc-consensus-3 1.0        | is of type network-status-microdesc-consensus-3 1.0
          directory-footer                                      | is not a consensus of version 3
          network-status-version 3                              | is cut short: it has no footer
          """)
  void otherDocuments_areRefusedWithAReason(String document, String reason) {
    assertThatThrownBy(() -> split(document + "\n"))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("Document consensus")
        .hasMessageContaining(reason);
  }

  @Test
  void voteIsNoConsensus_evenWithoutAnnotation() {
    String vote = vote(THREE, IDENTITY, 1).replaceAll("@type.*\n", "");

    assertThatThrownBy(() -> split(vote)).hasMessageContaining("is not a consensus of version 3");
  }

  @ParameterizedTest
  @CsvSource({"'', has no valid-after", "valid-after never, has an unreadable valid-after: never"})
  void unclearTime_isRefused(String line, String reason) {
    String document = consensus(THREE, 1).replaceAll("valid-after.*", line);

    assertThatThrownBy(() -> split(document)).hasMessageContaining(reason);
  }

  @Test
  void everyTruncation_isRefused() {
    Splits.assertEveryTruncationIsRefused(
        new NetworkStatusSplitter(NetworkStatusSplitter.Kind.CONSENSUS),
        directory,
        "consensus",
        withoutLastDashes(consensus(THREE, 2)));
  }

  @Test
  void anyDamage_givesWholeRecordsOrARefusal() {
    Splits.assertDamageIsSurvived(
        new NetworkStatusSplitter(NetworkStatusSplitter.Kind.CONSENSUS),
        directory,
        "consensus",
        consensus(THREE, 5) + entries(0),
        "head|foot|[0-9A-F]{40}");
  }

  /// The end of the last line does not matter.
  private static String withoutLastDashes(String document) {
    return document.substring(0, document.lastIndexOf("-----END ") + "-----END ".length());
  }

  private SplitDocument split(String document) {
    return new NetworkStatusSplitter(NetworkStatusSplitter.Kind.CONSENSUS)
        .split(Spooled.spooled(directory, "consensus", document));
  }

  private SplitDocument splitVote(String name, String document) {
    return new NetworkStatusSplitter(NetworkStatusSplitter.Kind.VOTE)
        .split(Spooled.spooled(directory, name, document));
  }
}
