package cepa.model.network;

import cepa.model.ModelPart;

/// The relays of the model by the flags that make roles (relay-model 1.4, 13): four cells that are
/// apart, so that sums by primary role and sums by flag are sums of cells and every ratio has the
/// same relays on both sides (D-6).
///
/// @param guardOnly Guard without Exit: the primary role guard
/// @param exitOnly Exit without Guard
/// @param guardExit both; the primary role of both cells with Exit is exit
/// @param neither the primary role middle
public record RoleTotals(Cell guardOnly, Cell exitOnly, Cell guardExit, Cell neither)
    implements ModelPart {

  /// Relays with the Exit flag: the primary role exit.
  public Cell exits() {
    return exitOnly.plus(guardExit);
  }

  /// Relays with the Guard flag, whatever else they have.
  public Cell guardFlag() {
    return guardOnly.plus(guardExit);
  }

  public Cell all() {
    return guardOnly.plus(exits()).plus(neither);
  }

  /// Sums over some relays.
  ///
  /// @param relays how many, running or not
  /// @param running how many of them run
  /// @param measured how many are known to be measured
  /// @param bandwidth observed bandwidth, bytes per second
  /// @param weight raw consensus weight of those that run (D-3)
  public record Cell(int relays, int running, int measured, long bandwidth, long weight) {

    public static final Cell EMPTY = new Cell(0, 0, 0, 0, 0);

    public Cell plus(Cell other) {
      return new Cell(
          relays + other.relays,
          running + other.running,
          measured + other.measured,
          bandwidth + other.bandwidth,
          weight + other.weight);
    }
  }
}
