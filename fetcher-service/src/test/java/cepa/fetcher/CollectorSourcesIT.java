package cepa.fetcher;

import static cepa.fetcher.CollectorTexts.bandwidth;
import static cepa.fetcher.CollectorTexts.bandwidths;
import static cepa.fetcher.CollectorTexts.consensus;
import static cepa.fetcher.CollectorTexts.descriptor;
import static cepa.fetcher.CollectorTexts.descriptors;
import static cepa.fetcher.CollectorTexts.entry;
import static cepa.fetcher.CollectorTexts.foot;
import static cepa.fetcher.CollectorTexts.head;
import static cepa.fetcher.CollectorTexts.vote;
import static cepa.fetcher.OnionooDocuments.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cepa.topic.DocumentRef;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.SnapshotReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The sources from CollecTor, from files behind a listing to records on a real log.
@Tag("broker")
class CollectorSourcesIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String THREE = "2026-08-22 15:00:00";
  private static final String DIGEST = "D".repeat(40);

  private static Broker broker;

  @TempDir Path directory;

  private final FileServer collector = new FileServer();
  private ConfigurableApplicationContext context;

  @BeforeAll
  static void start() {
    broker = new Broker();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @BeforeEach
  void open() {
    context =
        new SpringApplicationBuilder(FetcherApplicationIT.Host.class)
            .web(WebApplicationType.NONE)
            .run(
                "--cepa.fetcher.schedule=false",
                "--cepa.store.directory=" + directory.resolve("store"),
                "--cepa.kafka.bootstrap-servers=" + broker.settings().bootstrapServers(),
                "--cepa.fetcher.spool-directory=" + directory.resolve("spool"),
                "--cepa.fetcher.collector-consensus.url=" + collector.url("consensuses"),
                "--cepa.fetcher.collector-votes.url=" + collector.url("votes"),
                "--cepa.fetcher.collector-bandwidths.url=" + collector.url("bandwidths"),
                "--cepa.fetcher.collector-descriptors.url=" + collector.url("descriptors"));
  }

  @AfterEach
  void close() {
    context.close();
    collector.close();
  }

  @Test
  void consensus_isReadBackByteForByte() throws Exception {
    collector.put("consensuses/2026-08-22-14-00-00-consensus", consensus("2026-08-22 14:00:00", 9));
    collector.put("consensuses/2026-08-22-15-00-00-consensus", consensus(THREE, 2));

    SnapshotManifest published = published("collector-consensus");

    assertThat(records(published))
        .containsExactlyInAnyOrder(
            record("consensus", "head", head("consensus", THREE)),
            record("consensus", fingerprint(1), entry(1)),
            record("consensus", fingerprint(2), entry(2)),
            record("consensus", "foot", foot()));
    assertThat(published.published()).isEqualTo(Instant.parse("2026-08-22T15:00:00Z"));
    assertThat(published.documents().getFirst().envelope())
        .containsEntry("file", "2026-08-22-15-00-00-consensus")
        .containsEntry("valid_after", THREE)
        .containsEntry("published", "2026-08-22T15:00:00Z")
        .containsEntry("relays", "2");
    assertThat(fetch("collector-consensus")).isEqualTo(new FetchOutcome.Unchanged(published, null));
    assertThat(collector.loaded()).containsExactly("consensuses/2026-08-22-15-00-00-consensus");
  }

  @Test
  void votes_areOneDocumentAnAuthority() throws Exception {
    collector.put(votePath("14", 1), vote("2026-08-22 14:00:00", fingerprint(1), 3));
    collector.put(votePath("15", 2), vote(THREE, fingerprint(2), 3));
    collector.put(votePath("15", 3), Upstream.status(404));

    SnapshotManifest published = published("collector-votes");

    assertThat(published.documents())
        .extracting(DocumentRef::name)
        .containsExactly(fingerprint(1), fingerprint(2));
    assertThat(published.documents())
        .extracting(document -> document.envelope().get("valid_after"))
        .containsExactly("2026-08-22 14:00:00", THREE);
    assertThat(published.documents().getLast().envelope())
        .containsEntry("files_skipped", votePath("15", 3).substring("votes/".length()));
    assertThat(records(published))
        .hasSize(10)
        .contains(
            record(fingerprint(1), fingerprint(3), entry(3)),
            record(fingerprint(2), fingerprint(3), entry(3)));

    collector.put(votePath("15", 3), vote(THREE, fingerprint(3), 3));
    SnapshotManifest complete = published("collector-votes");

    assertThat(complete.documents()).hasSize(3);
    assertThat(complete.documents().getFirst()).isEqualTo(published.documents().getFirst());
    assertThat(complete.documents().get(1).ranges())
        .isEqualTo(published.documents().getLast().ranges());
    assertThat(complete.documents())
        .noneMatch(document -> document.envelope().containsKey("files_skipped"));
    assertThat(collector.requests(votePath("15", 2))).isEqualTo(1);
    assertThat(records(complete)).hasSize(15);
  }

  @Test
  void bandwidthFiles_areThoseOfTheLastWhile() throws Exception {
    collector.put(
        "bandwidths/2026-08-22-13-00-00-bandwidth-" + "A".repeat(64),
        bandwidths("2026-08-22T13:00:00", 1));
    collector.put(
        "bandwidths/2026-08-22-13-31-00-bandwidth-" + "b".repeat(64),
        bandwidths("2026-08-22T13:31:00", 2));
    collector.put(
        "bandwidths/2026-08-22-15-00-00-bandwidth-" + "C".repeat(64),
        bandwidths("2026-08-22T15:00:00", 1));

    SnapshotManifest published = published("collector-bandwidths");

    assertThat(records(published))
        .extracting(Read::document, Read::key)
        .containsExactlyInAnyOrder(
            tuple("B".repeat(64), "head"),
            tuple("B".repeat(64), fingerprint(1)),
            tuple("B".repeat(64), fingerprint(2)),
            tuple("C".repeat(64), "head"),
            tuple("C".repeat(64), fingerprint(1)));
    assertThat(records(published)).contains(record("B".repeat(64), fingerprint(2), bandwidth(2)));
    assertThat(published.published()).isEqualTo(Instant.parse("2026-08-22T15:00:00Z"));
  }

  @Test
  void descriptors_areLoadedOnceAndAllKept() throws Exception {
    collector.put(descriptorsPath("05"), descriptors(1) + descriptor(1, 77) + descriptor(2, 1));
    collector.put(descriptorsPath("35"), descriptors(3));
    SnapshotManifest first = published("collector-descriptors");
    collector.put(descriptorsPath("59"), descriptors(1, 4));
    collector.forgetRequests();

    SnapshotManifest second = published("collector-descriptors");

    assertThat(collector.loaded()).containsExactly(descriptorsPath("59"));
    assertThat(second.documents().subList(0, 2)).isEqualTo(first.documents());
    assertThat(second.published()).isEqualTo(Instant.parse("2026-08-22T14:59:00Z"));
    String name = descriptorsPath("05").substring("descriptors/".length());
    assertThat(records(second))
        .hasSize(6)
        .contains(
            record(name, fingerprint(1), descriptor(1, 1)),
            record(name, fingerprint(1), descriptor(1, 77)));
  }

  @Test
  void collapsedConsensus_goesToQuarantine() throws Exception {
    collector.put("consensuses/2026-08-22-20-00-00-consensus", consensus("2026-08-22 20:00:00", 9));
    published("collector-consensus");
    collector.put("consensuses/2026-08-22-21-00-00-consensus", consensus("2026-08-22 21:00:00", 4));

    assertThat(fetch("collector-consensus"))
        .isInstanceOfSatisfying(
            FetchOutcome.Quarantined.class,
            q -> assertThat(q.reason()).isEqualTo("it has 4 relays, fewer than half of 9"));
  }

  private SnapshotManifest published(String source) throws InterruptedException {
    FetchOutcome outcome = fetch(source);
    assertThat(outcome).isInstanceOf(FetchOutcome.Published.class);
    return ((FetchOutcome.Published) outcome).snapshot();
  }

  private FetchOutcome fetch(String source) throws InterruptedException {
    var outcomes = context.getBean(Fetchers.class).fetchOnce(List.of(source), LIMIT);
    return Objects.requireNonNull(outcomes.get(source));
  }

  private static String votePath(String hour, int authority) {
    return "votes/2026-08-22-" + hour + "-00-00-vote-" + fingerprint(authority) + "-" + DIGEST;
  }

  private static String descriptorsPath(String minute) {
    return "descriptors/2026-08-22-14-" + minute + "-00-server-descriptors";
  }

  private static List<Read> records(SnapshotManifest manifest) {
    List<Read> records = new ArrayList<>();
    try (var reader = new SnapshotReader(broker.clients())) {
      reader.read(
          manifest,
          (document, key, value) ->
              records.add(record(document.name(), key, new String(value, StandardCharsets.UTF_8))));
    }
    return records;
  }

  private static Read record(String document, String key, String value) {
    return new Read(document, key, value);
  }

  /// A record as a reader gets it.
  private record Read(String document, String key, String value) {}
}
