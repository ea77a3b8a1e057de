package cepa.processor.source.collectorbandwidths;

import cepa.model.Fingerprint;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The newest bandwidth files (D-13: one a scanner, none mixed with another).
///
/// @param files by name
/// @param rows rows of all columns by relay
/// @param rejected lines that made no sense
public record BandwidthFiles(List<File> files, Map<Fingerprint, Integer> rows, int rejected) {

  public BandwidthFiles {
    files = List.copyOf(files);
    rows = Collections.unmodifiableMap(rows);
  }

  /// A scanner's file.
  ///
  /// @param name its name without the date: the digest in upstream's file name
  /// @param sha256 of the body as upstream sent it, lower-case hex
  /// @param headers by name, and `timestamp`: the file's first line
  /// @param relays lines that are relays
  /// @param bandwidth by row: kilobytes/s, -1 if it has none or says it is not to be used
  public record File(
      String name, String sha256, Map<String, String> headers, int relays, int[] bandwidth) {

    public File {
      headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    /// Kilobytes/s of a row; null if it has none.
    public @Nullable Integer bandwidth(int row) {
      return row < 0 || row >= bandwidth.length || bandwidth[row] < 0 ? null : bandwidth[row];
    }
  }
}
