package cepa.fetcher.collector;

import static cepa.fetcher.CollectorTexts.descriptors;
import static cepa.fetcher.OnionooDocuments.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.fetcher.Downloaded;
import cepa.fetcher.Downloaded.Obtained;
import cepa.fetcher.SplitDocument;
import cepa.topic.SnapshotManifest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which files are loaded, and which are known.
class CollectorDownloadTest extends VotesAtCollector {

  @Test
  void newestVotes_areLoadedAndSplit() throws Exception {
    put(THREE, 1);
    put(THREE, 2);
    put(FOUR, 2);
    put("2026-08-22 14:00:00", 3);

    Map<String, SplitDocument> loaded = splits(download(null));

    assertThat(loaded).containsOnlyKeys(fingerprint(1), fingerprint(2));
    SplitDocument late = split(loaded, 1);
    assertThat(late.published()).isEqualTo(Instant.parse("2026-08-22T15:00:00Z"));
    assertThat(late.envelope())
        .containsEntry("file", name(THREE, 1))
        .containsEntry("valid_after", THREE)
        .doesNotContainKey("files_skipped");
    assertThat(late.entities().size()).isEqualTo(5);
    assertThat(collector.loaded()).containsExactlyInAnyOrder(path(THREE, 1), path(FOUR, 2));
    assertThat(meter.requests()).isEqualTo(3);
  }

  @Test
  void knownFiles_areKeptAndNotLoadedAgain() throws Exception {
    put(THREE, 1);
    put(THREE, 2);
    SnapshotManifest previous = manifest(download(null));
    put(FOUR, 2);
    collector.forgetRequests();

    Downloaded.Documents documents = download(previous);

    assertThat(collector.loaded()).containsExactly(path(FOUR, 2));
    assertThat(documents.documents())
        .filteredOn(Obtained.Kept.class::isInstance)
        .containsExactly(new Obtained.Kept(previous.documents().getFirst()));
    assertThat(splits(documents)).containsOnlyKeys(fingerprint(2));
  }

  @Test
  void sameFiles_areNotModified() throws Exception {
    put(THREE, 1);
    put(THREE, 2);
    SnapshotManifest previous = manifest(download(null));
    collector.forgetRequests();

    assertThat(run(previous)).isEqualTo(new Downloaded.NotModified());
    assertThat(collector.loaded()).isEmpty();
  }

  @Test
  void fileThatIsGone_takesItsDocumentAlong() throws Exception {
    put(THREE, 1);
    put(THREE, 2);
    SnapshotManifest previous = manifest(download(null));
    collector.remove(path(THREE, 1));

    assertThat(download(previous).documents())
        .containsExactly(new Obtained.Kept(previous.documents().getLast()));
  }

  @Test
  void descriptorFilesOfAnHour_areOneNewFile() throws Exception {
    CollectorFiles files =
        new CollectorFiles(
            new FileNames("-server-descriptors", name -> name.group()),
            Selection.window(Duration.ofHours(20), 1),
            document ->
                new SplitDocument(
                    document,
                    Instant.parse("2026-08-22T15:00:00Z"),
                    Map.of("relays", "1"),
                    new cepa.fetcher.Entities()),
            Duration.ofDays(2));
    for (int hour = 10; hour < 20; hour++) {
      collector.put("d/2026-08-22-" + hour + "-05-00-server-descriptors", descriptors(hour));
    }
    var download = new CollectorDownload(http, settings("d/", Duration.ofSeconds(20)), 2, files);
    SnapshotManifest previous = manifest((Downloaded.Documents) download.download(context(null)));
    collector.put("d/2026-08-22-20-05-00-server-descriptors", descriptors(20));
    collector.forgetRequests();

    var documents = (Downloaded.Documents) download.download(context(previous));

    assertThat(documents.documents()).hasSize(11);
    assertThat(collector.loaded()).containsExactly("d/2026-08-22-20-05-00-server-descriptors");
  }
}
