package cepa.fetcher.authorityhealth;

import cepa.error.RetriableException;
import cepa.fetcher.AttemptMeter;
import cepa.fetcher.Download;
import cepa.fetcher.DownloadContext;
import cepa.fetcher.Downloaded;
import cepa.fetcher.Downloaded.Obtained;
import cepa.fetcher.SpoolFile;
import cepa.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Probes all authorities at the same time. What it finds is the document: one line of JSON an
/// authority.
final class ProbeRound implements Download {

  /// The document's name within its source.
  static final String DOCUMENT = "probes";

  private final List<AuthorityEndpoint> authorities;
  private final TcpProbe tcp;
  private final Duration limit;
  private final InstantSource clock;

  /// @param limit longest time for all of it; whoever did not answer by then has timed out
  ProbeRound(
      List<AuthorityEndpoint> authorities, TcpProbe tcp, Duration limit, InstantSource clock) {
    this.authorities = List.copyOf(authorities);
    this.tcp = tcp;
    this.limit = limit;
    this.clock = clock;
  }

  @Override
  public Downloaded download(DownloadContext context) throws InterruptedException {
    SpoolFile file = context.spool().create();
    try {
      for (Probe probe : probes(context.meter())) {
        file.write(Json.bytes(probe));
        file.write('\n');
      }
    } catch (IOException e) {
      throw new RetriableException("Cannot write to the spool: " + e.getMessage(), e);
    }
    return new Downloaded.Documents(List.of(new Obtained.Loaded(file.finish(DOCUMENT))), null);
  }

  /// One result an authority, in the given order.
  List<Probe> probes(AttemptMeter meter) throws InterruptedException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<Callable<Probe>> probes = new ArrayList<>();
    for (AuthorityEndpoint authority : authorities) {
      meter.request();
      probes.add(() -> tcp.probe(authority, now));
    }
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      List<Future<Probe>> ended =
          threads.invokeAll(probes, limit.toMillis(), TimeUnit.MILLISECONDS);
      List<Probe> results = new ArrayList<>();
      for (int i = 0; i < ended.size(); i++) {
        Future<Probe> probe = ended.get(i);
        results.add(
            probe.isCancelled()
                ? Probe.offline(authorities.get(i), Probe.TIMEOUT, now)
                : result(probe));
      }
      return results;
    } finally {
      // Not waited for: resolving a name cannot be interrupted.
      threads.shutdownNow();
    }
  }

  private static Probe result(Future<Probe> probe) throws InterruptedException {
    try {
      return probe.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A probe failed unexpectedly", e.getCause());
    }
  }
}
