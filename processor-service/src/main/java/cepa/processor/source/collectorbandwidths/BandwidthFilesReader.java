package cepa.processor.source.collectorbandwidths;

import cepa.processor.SourceReader;
import cepa.processor.directory.Lines;
import cepa.processor.directory.Numbering;
import cepa.processor.source.collectorbandwidths.BandwidthFiles.File;
import cepa.topic.DocumentRef;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.SnapshotReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Reads bandwidth files (sources 8.3), of format 1.0 (no headers) and later.
@Component
public final class BandwidthFilesReader implements SourceReader<BandwidthFiles> {

  public static final String SOURCE = "collector-bandwidths";

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public Class<BandwidthFiles> makes() {
    return BandwidthFiles.class;
  }

  @Override
  public AgeLimits limits() {
    return new AgeLimits(Duration.ofHours(6), Duration.ofHours(72));
  }

  @Override
  public BandwidthFiles read(SnapshotManifest snapshot, SnapshotReader log) {
    var collector = new Collector();
    for (DocumentRef document : snapshot.documents()) {
      collector.begin();
      log.read(snapshot, document, (_, key, value) -> collector.add(key, value));
      collector.end(document.name(), document.sha256());
    }
    return collector.data();
  }

  /// Takes files one after another, the records of each in any order.
  static final class Collector {
    private static final byte[] BANDWIDTH = Lines.ascii("bw=");
    private static final byte[] NOT_TO_BE_USED = Lines.ascii("vote=0");
    private static final Pattern TIMESTAMP = Pattern.compile("\\d{1,12}");
    private static final Pattern HEADER = Pattern.compile("([a-zA-Z0-9_]{1,100})=([ -~]{0,300})");
    private static final int MOST_HEADERS = 100;

    private final Numbering numbering = new Numbering();
    private final List<File> files = new ArrayList<>();
    private final Lines lines = new Lines();
    private Map<String, String> headers = new HashMap<>();
    private final BitSet seen = new BitSet();
    private int[] bandwidth = {};
    private int relays;
    private int rejected;

    void begin() {
      headers = new HashMap<>();
      seen.clear();
      bandwidth = new int[0];
      relays = 0;
    }

    void add(String key, byte[] value) {
      if (key.equals("head")) {
        head(value);
      } else if (!key.equals("foot")) {
        relay(key, value);
      }
    }

    private void head(byte[] head) {
      lines.of(head);
      while (lines.next() && headers.size() < MOST_HEADERS) {
        String line = (lines.text() + " " + lines.rest()).strip();
        var header = HEADER.matcher(line);
        if (header.matches()) {
          headers.putIfAbsent(header.group(1), header.group(2));
        } else if (TIMESTAMP.matcher(line).matches()) {
          headers.putIfAbsent("timestamp", line);
        }
      }
    }

    /// Of two lines of one relay the first counts.
    private void relay(String key, byte[] line) {
      int row = numbering.row(key);
      int kilobytes = Lines.UNKNOWN;
      boolean used = true;
      lines.of(line);
      if (lines.next()) {
        do {
          if (kilobytes == Lines.UNKNOWN && lines.wordStartsWith(BANDWIDTH)) {
            kilobytes = lines.natural(BANDWIDTH.length);
          }
          used &= !lines.is(NOT_TO_BE_USED);
        } while (lines.word());
      }
      if (row < 0 || kilobytes < 0 || seen.get(row)) {
        rejected++;
        return;
      }
      seen.set(row);
      relays++;
      if (row >= bandwidth.length) {
        int old = bandwidth.length;
        bandwidth = Arrays.copyOf(bandwidth, Math.max(1024, Math.max(row + 1, 2 * old)));
        Arrays.fill(bandwidth, old, bandwidth.length, Lines.UNKNOWN);
      }
      bandwidth[row] = used ? kilobytes : Lines.UNKNOWN;
    }

    void end(String name, String sha256) {
      files.add(new File(name, sha256, headers, relays, bandwidth));
    }

    BandwidthFiles data() {
      files.sort(Comparator.comparing(File::name));
      return new BandwidthFiles(files, numbering.rows(), rejected);
    }
  }
}
