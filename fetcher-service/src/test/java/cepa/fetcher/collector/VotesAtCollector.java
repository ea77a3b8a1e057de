package cepa.fetcher.collector;

import static cepa.fetcher.CollectorTexts.vote;
import static cepa.fetcher.OnionooDocuments.fingerprint;
import static cepa.fetcher.Upstream.body;

import cepa.fetcher.AttemptMeter;
import cepa.fetcher.DownloadContext;
import cepa.fetcher.Downloaded;
import cepa.fetcher.Downloaded.Obtained;
import cepa.fetcher.FeedSettings;
import cepa.fetcher.FileServer;
import cepa.fetcher.HandClock;
import cepa.fetcher.Retries;
import cepa.fetcher.RetryPolicy;
import cepa.fetcher.SplitDocument;
import cepa.fetcher.Spool;
import cepa.fetcher.TransferLimits;
import cepa.fetcher.Upstream;
import cepa.fetcher.http.HttpFetch;
import cepa.topic.DocumentRef;
import cepa.topic.OffsetRange;
import cepa.topic.SnapshotManifest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A CollecTor of votes, and who loads them, for each test anew.
@Timeout(30)
abstract class VotesAtCollector {

  static final String THREE = "2026-08-22 15:00:00";

  static final String FOUR = "2026-08-22 16:00:00";

  static final CollectorFiles VOTES =
      new CollectorFiles(
          new FileNames("-vote-([0-9A-F]{40})-[0-9A-F]{40}", name -> name.group(2)),
          Selection.newestOfEach(Duration.ofHours(1)),
          new NetworkStatusSplitter(NetworkStatusSplitter.Kind.VOTE),
          Duration.ZERO);

  @TempDir Path directory;

  final FileServer collector = new FileServer();

  final AttemptMeter meter = new AttemptMeter();

  final List<Spool> spools = new ArrayList<>();

  HttpFetch http;

  @BeforeEach
  void open() {
    HandClock clock = new HandClock("2026-08-22T15:40:00Z");
    http = new HttpFetch(Duration.ofSeconds(5), "Test", new Retries(new Random(1), clock), clock);
  }

  @AfterEach
  void close() {
    http.close();
    collector.close();
    spools.forEach(Spool::close);
  }

  static SplitDocument split(Map<String, SplitDocument> splits, int authority) {
    return Objects.requireNonNull(splits.get(fingerprint(authority)));
  }

  void put(String validAfter, int authority) {
    put(validAfter, authority, body(vote(validAfter, fingerprint(authority), 3)));
  }

  void put(String validAfter, int authority, Upstream.Answer answer) {
    collector.put(path(validAfter, authority), answer);
  }

  static String path(String validAfter, int authority) {
    return "votes/" + name(validAfter, authority);
  }

  static String name(String validAfter, int authority) {
    return validAfter.replaceAll("[ :]", "-")
        + "-vote-"
        + fingerprint(authority)
        + "-"
        + "D".repeat(40);
  }

  Downloaded.Documents download(@Nullable SnapshotManifest previous) throws InterruptedException {
    return (Downloaded.Documents) run(previous);
  }

  Downloaded run(@Nullable SnapshotManifest previous) throws InterruptedException {
    return run(previous, settings(Duration.ofSeconds(20)), 4);
  }

  Downloaded run(@Nullable SnapshotManifest previous, FeedSettings settings, int parallel)
      throws InterruptedException {
    return new CollectorDownload(http, settings, parallel, VOTES).download(context(previous));
  }

  DownloadContext context(@Nullable SnapshotManifest previous) {
    Spool spool = new Spool(directory);
    spools.add(spool);
    return new DownloadContext(previous, spool, meter);
  }

  FeedSettings settings(Duration total) {
    return settings("votes/", total);
  }

  FeedSettings settings(String path, Duration total) {
    URI endpoint = collector.url(path);
    return new FeedSettings(
        endpoint,
        Duration.ofMinutes(10),
        Duration.ofMinutes(2),
        Duration.ofHours(6),
        Duration.ofHours(24),
        new TransferLimits(Duration.ofSeconds(10), total, 1_000_000),
        new RetryPolicy(2, Duration.ofMillis(1), Duration.ofMinutes(2)));
  }

  static Map<String, SplitDocument> splits(Downloaded.Documents documents) {
    Map<String, SplitDocument> splits = new java.util.TreeMap<>();
    for (Obtained obtained : documents.documents()) {
      if (obtained instanceof Obtained.Split(SplitDocument split)) {
        splits.put(obtained.name(), split);
      }
    }
    return splits;
  }

  /// What the engine would have published of these documents.
  SnapshotManifest manifest(Downloaded.Documents documents) {
    List<DocumentRef> refs =
        splits(documents).values().stream()
            .map(split ->
                new DocumentRef(
                    split.document().name(),
                    split.document().sha256(),
                    split.document().bytes(),
                    split.entities().size(),
                    split.envelope(),
                    List.of(new OffsetRange(0, 0, 9, 9, "d"))))
            .toList();
    Instant time = Instant.parse("2026-08-22T15:00:00Z");
    return new SnapshotManifest("id", "test", "e", time, time, null, null, refs);
  }
}
