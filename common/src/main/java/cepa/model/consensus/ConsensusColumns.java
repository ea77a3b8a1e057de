package cepa.model.consensus;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What the consensus says of every relay, columns parallel to base order.
///
/// @param validAfter from when it holds
/// @param validUntil until when clients may use it; null if it does not say
/// @param flags bits by [ConsensusEvaluations#flags]; -1 if the relay is not in it
/// @param bandwidth `w Bandwidth`, kilobytes/s; -1 if unknown
/// @param unmeasured ascending indexes of relays fewer than three scanners measured
public record ConsensusColumns(
    Instant validAfter,
    @Nullable Instant validUntil,
    long[] flags,
    int[] bandwidth,
    int[] unmeasured) {

  boolean isUnmeasured(int relay) {
    return Arrays.binarySearch(unmeasured, relay) >= 0;
  }
}
