package cepa.fetcher.collector;

import static cepa.fetcher.CollectorTexts.vote;
import static cepa.fetcher.OnionooDocuments.fingerprint;
import static cepa.fetcher.Upstream.body;
import static cepa.fetcher.Upstream.cutShort;
import static cepa.fetcher.Upstream.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.error.PermanentException;
import cepa.error.RetriableException;
import cepa.fetcher.BusyUpstreamException;
import cepa.fetcher.Downloaded;
import cepa.fetcher.Downloaded.Obtained;
import cepa.fetcher.SplitDocument;
import cepa.topic.SnapshotManifest;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Files and listings that cannot be had, or are not what they should be.
class CollectorFailuresTest extends VotesAtCollector {

  @Test
  void badFiles_arePassedOverAndTold() throws Exception {
    byte[] bytes = vote(THREE, fingerprint(4), 3).getBytes(UTF_8);
    put(THREE, 1);
    put(THREE, 2, status(404));
    put(THREE, 3, cutShort(bytes));
    put(THREE, 4, body(vote(THREE, fingerprint(4), 3).replaceAll("(?s)directory-footer.*", "")));
    put(THREE, 5, body(vote(FOUR, fingerprint(5), 3)));
    put(THREE, 6, body(vote(THREE, fingerprint(7), 3)));
    put(THREE, 8, body("<html>Busy</html>"));
    put(THREE, 9);

    Map<String, SplitDocument> loaded = splits(download(null));

    assertThat(loaded).containsOnlyKeys(fingerprint(1), fingerprint(9));
    assertThat(split(loaded, 1).envelope()).doesNotContainKey("files_skipped");
    assertThat(split(loaded, 9).envelope())
        .containsEntry(
            "files_skipped",
            IntStream.of(2, 3, 4, 5, 6, 8)
                .mapToObj(i -> name(THREE, i))
                .collect(Collectors.joining(" ")));
    assertThat(collector.requests(path(THREE, 3))).as("tries").isEqualTo(3);
  }

  @Test
  void skippedFile_isTriedAgainAndNoLongerTold() throws Exception {
    put(THREE, 1, status(500));
    put(THREE, 2);
    SnapshotManifest previous = manifest(download(null));
    assertThat(previous.documents().getFirst().envelope())
        .containsEntry("files_skipped", name(THREE, 1));
    put(THREE, 1);

    Downloaded.Documents documents = download(previous);

    assertThat(splits(documents)).containsOnlyKeys(fingerprint(1));
    assertThat(documents.documents())
        .filteredOn(Obtained.Kept.class::isInstance)
        .singleElement()
        .satisfies(kept ->
            assertThat(((Obtained.Kept) kept).ref().envelope()).doesNotContainKey("files_skipped"));
  }

  @Test
  void skippedFileThatStaysBad_isNoNewFailure() throws Exception {
    put(THREE, 1, status(404));
    put(THREE, 2);
    SnapshotManifest previous = manifest(download(null));

    assertThat(download(previous).documents())
        .containsExactly(new Obtained.Kept(previous.documents().getFirst()));
  }

  @Test
  void noneOfTheNewFiles_isAFailure() throws Exception {
    put(THREE, 1);
    put(THREE, 2);
    SnapshotManifest previous = manifest(download(null));
    put(FOUR, 1, status(500));
    put(FOUR, 2, status(404));

    assertThatThrownBy(() -> download(previous))
        .isInstanceOf(RetriableException.class)
        .hasMessageContaining("Not one of 2 new files of " + collector.url("votes/"))
        .hasMessageContaining(name(FOUR, 1))
        .hasMessageContaining("status 500");
  }

  @Test
  void onlyPermanentFailures_areAPermanentFailure() {
    put(THREE, 1, status(404));

    assertThatThrownBy(() -> download(null))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("status 404");
  }

  @Test
  void busyUpstream_isLeftAloneAsLongAsItAsks() {
    put(THREE, 1, status(429).with("Retry-After", "3000"));
    put(THREE, 2, status(500));

    assertThatThrownBy(() -> download(null))
        .isInstanceOfSatisfying(
            BusyUpstreamException.class,
            e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofMinutes(50)));
  }

  @Test
  void listingWithoutFiles_isAFailure() {
    collector.put("votes/", "<html>Down for maintenance</html>");

    assertThatThrownBy(() -> download(null))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("lists no file named like")
        .hasMessageContaining("is the URL right?");
  }

  @Test
  void listingThatFails_isAFailure() {
    collector.put("votes/", status(503));

    assertThatThrownBy(() -> download(null))
        .isInstanceOf(RetriableException.class)
        .hasMessageContaining("status 503");
    assertThat(collector.requests("votes/")).isEqualTo(3);
  }

  @Test
  void listingOfTooManyFiles_isAFailureBeforeAnyIsLoaded() {
    for (int i = 0; i <= 250; i++) {
      put(THREE, i);
    }

    assertThatThrownBy(() -> download(null))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("lists 251 files that count");
    assertThat(collector.loaded()).isEmpty();
  }

  @Test
  void hugeListing_isAFailure() {
    collector.put("votes/", " ".repeat(17 * 1024 * 1024));

    assertThatThrownBy(() -> download(null))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("brought more than");
  }

  @Test
  void fileLargerThanAllowed_isPassedOver() throws Exception {
    put(THREE, 1, body(vote(THREE, fingerprint(1), 20_000)));
    put(THREE, 2);

    assertThat(splits(download(null))).containsOnlyKeys(fingerprint(2));
  }
}
