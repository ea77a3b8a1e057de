package cepa.fetcher;

import cepa.rule.AllowedToUseSystemOut;
import cepa.service.Startup;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// How fast the sources from CollecTor are loaded and split, beside what reading and digesting the
/// same bytes costs. Run by hand against a server with real or simulated files; nothing is
/// published.
@AllowedToUseSystemOut("a measurement run by hand")
final class CollectorBenchmark {

  private CollectorBenchmark() {}

  /// @param args URL of the directory above those of the sources; number of rounds (3)
  public static void main(String[] args) throws Exception {
    Startup.neutral();
    String base = args[0];
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    Path directory = Files.createTempDirectory("cepa-benchmark");
    try (var context =
        new SpringApplicationBuilder(FetcherApplicationIT.Host.class)
            .web(WebApplicationType.NONE)
            .run(
                "--cepa.fetcher.schedule=false",
                "--cepa.store.directory=" + directory.resolve("store"),
                "--cepa.fetcher.collector-consensus.url=" + base + "/consensuses",
                "--cepa.fetcher.collector-votes.url=" + base + "/votes",
                "--cepa.fetcher.collector-bandwidths.url=" + base + "/bandwidths",
                "--cepa.fetcher.collector-descriptors.url=" + base + "/server-descriptors")) {
      List<Feed> feeds =
          context.getBeansOfType(Feed.class).values().stream()
              .filter(feed -> feed.source().startsWith("collector-"))
              .toList();
      for (int round = 1; round <= rounds; round++) {
        System.out.println("round " + round);
        for (Feed feed : feeds) {
          measure(feed, directory);
        }
      }
    }
  }

  private static void measure(Feed feed, Path directory) throws Exception {
    AttemptMeter meter = new AttemptMeter();
    try (Spool spool = new Spool(directory)) {
      long began = System.nanoTime();
      long beganCpu = cpu();
      var documents =
          (Downloaded.Documents) feed.download().download(new DownloadContext(null, spool, meter));
      double all = (System.nanoTime() - began) / 1e9;
      double allCpu = (cpu() - beganCpu) / 1e9;
      long records = 0;
      long readNanos = 0;
      long splitNanos = 0;
      for (Downloaded.Obtained obtained : documents.documents()) {
        SplitDocument split = ((Downloaded.Obtained.Split) obtained).split();
        records += split.entities().size();
        long start = System.nanoTime();
        read(split.document());
        long middle = System.nanoTime();
        feed.splitter().split(split.document());
        readNanos += middle - start;
        splitNanos += System.nanoTime() - middle;
      }
      double megabytes = meter.bytes() / 1e6;
      System.out.printf(
          "%-22s %2d files %6.1f MB %,7d records: load and split %5.2f s (%5.2f s CPU), %4.0f MB/s;"
              + " split alone %5.2f s, %5.0f MB/s; read alone %5.2f s%n",
          feed.source(),
          documents.documents().size(),
          megabytes,
          records,
          all,
          allCpu,
          megabytes / all,
          splitNanos / 1e9,
          megabytes / (splitNanos / 1e9),
          readNanos / 1e9);
    }
  }

  private static void read(SpooledDocument document) throws IOException {
    byte[] buffer = new byte[128 * 1024];
    try (InputStream in = document.open()) {
      int count = in.read(buffer);
      while (count >= 0) {
        count = in.read(buffer);
      }
    }
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
