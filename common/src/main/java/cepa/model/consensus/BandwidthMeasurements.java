package cepa.model.consensus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What scanners measured of one relay, kilobytes/s (consensus 7 with D-C10: measured values only,
/// no figures relays give of themselves, no file beside the votes; D-C2b: the unit is said).
///
/// @param median low median: of two middle values the smaller, as Tor takes it; null if nobody
///   measured it
/// @param average null if nobody measured it
/// @param least null if nobody measured it
/// @param greatest null if nobody measured it
/// @param measured scanners that measured it
/// @param scanners authorities with a scanner, among those whose vote counts
/// @param notMeasuredBy voters with a scanner that did not: indexes into
///   [ConsensusEvaluations#voters]
/// @param consensus `w Bandwidth` of the consensus; null if not in it
/// @param unmeasured whether the consensus says that too few measured it; null if not in it
public record BandwidthMeasurements(
    @Nullable Integer median,
    @Nullable Double average,
    @Nullable Integer least,
    @Nullable Integer greatest,
    int measured,
    int scanners,
    List<Integer> notMeasuredBy,
    @Nullable Integer consensus,
    @Nullable Boolean unmeasured) {

  public BandwidthMeasurements {
    notMeasuredBy = List.copyOf(notMeasuredBy);
  }

  /// Greatest minus least; null if nobody measured it.
  public @Nullable Integer deviation() {
    return greatest == null || least == null ? null : Integer.valueOf(greatest - least);
  }

  /// Whether the values differ by more than half their median.
  public boolean deviates() {
    Integer deviation = deviation();
    return deviation != null && median != null && median > 0 && deviation > 0.5 * median;
  }

  /// Scanners that make a majority of them; 0 without scanners.
  public int majority() {
    return scanners == 0 ? 0 : scanners / 2 + 1;
  }
}
