package cepa.model.rank;

import cepa.model.ModelPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where each relay stands in the network (relay-model 5.2, 5.3).
///
/// @param relays parallel to [cepa.model.NetworkModel#relays]
public record RelayRanks(List<Ranks> relays) implements ModelPart {

  public RelayRanks {
    relays = List.copyOf(relays);
  }

  /// A rank is the share, in percent with one decimal, of the relays with a value above zero whose
  /// value is smaller: 0 for the smallest, always below 100. It is null for a relay without a value
  /// or with zero.
  ///
  /// @param weight by raw consensus weight
  /// @param guard by probability of being chosen as guard
  /// @param middle by probability of being chosen as middle
  /// @param exit by probability of being chosen as exit
  public record Ranks(
      @Nullable Double weight,
      @Nullable Double guard,
      @Nullable Double middle,
      @Nullable Double exit) {}
}
