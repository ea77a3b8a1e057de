package cepa.processor.analysis.consensus;

import cepa.model.Fingerprint;
import cepa.model.consensus.Authorities.Scanner.Attribution;
import cepa.processor.source.collectorbandwidths.BandwidthFiles;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// Which bandwidth file is whose (D-13). A file nobody's vote refers to is nobody's.
///
/// @param byVoter files by v3 identity of the authority
/// @param rows rows of the files' columns by relay
public record ScannerFiles(Map<Fingerprint, Attributed> byVoter, Map<Fingerprint, Integer> rows) {

  public ScannerFiles {
    byVoter = Collections.unmodifiableSortedMap(new TreeMap<>(byVoter));
    rows = Collections.unmodifiableMap(rows);
  }

  /// @param by what ties the file to the authority
  public record Attributed(BandwidthFiles.File file, Attribution by) {}
}
