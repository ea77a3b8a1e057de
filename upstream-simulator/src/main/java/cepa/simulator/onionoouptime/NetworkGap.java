package cepa.simulator.onionoouptime;

import java.util.List;

/// Hours for which no consensus was kept, so nobody knows who was up: they become null in graphs.
///
/// @param start first hour, counted from tick 0
/// @param end first hour after the gap
record NetworkGap(int start, int end) {

  static final List<NetworkGap> ALL =
      List.of(
          new NetworkGap(-5016, -4920), new NetworkGap(-1039, -1023), new NetworkGap(-307, -299));
}
