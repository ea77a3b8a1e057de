package cepa.bench.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/// Bytes of a site's files by what they are, as they are and compressed as the edge sends them.
final class Sizes {

  private static final int LEVEL = 6;

  private final SortedMap<String, List<long[]>> byKind = new TreeMap<>();
  private final ByteArrayOutputStream compressed = new ByteArrayOutputStream(1 << 20);

  record Size(long median, long max, long sum) {}

  /// What the files of one kind weigh.
  record Kind(String name, int files, Size raw, Size gzip) {}

  void add(String kind, byte[] body) {
    byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(new long[] {body.length, gzip(body)});
  }

  void addAll(Sizes others) {
    others.byKind.forEach(
        (kind, sizes) -> byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).addAll(sizes));
  }

  /// By name, ascending.
  List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    byKind.forEach(
        (name, sizes) -> kinds.add(new Kind(name, sizes.size(), of(sizes, 0), of(sizes, 1))));
    return kinds;
  }

  private static Size of(List<long[]> sizes, int which) {
    long[] sorted = sizes.stream().mapToLong(size -> size[which]).sorted().toArray();
    return new Size(
        sorted[sorted.length / 2], sorted[sorted.length - 1], Arrays.stream(sorted).sum());
  }

  private long gzip(byte[] body) {
    compressed.reset();
    try (var gzip = new Compressing(compressed)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.size();
  }

  private static final class Compressing extends GZIPOutputStream {
    Compressing(ByteArrayOutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(LEVEL);
    }
  }
}
