package cepa.simulator.directory;

import cepa.simulator.network.Authority;
import cepa.simulator.network.Draw;
import cepa.simulator.network.RelayHour;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the scanners of the authorities measured for a relay, so that the consensus weight is the
/// low median of it, as authorities compute it.
public final class Measurements {

  private static final List<Authority> SCANNERS =
      Authority.voters().stream().filter(Authority::measuresBandwidth).toList();
  private static final double STEP = 0.08;
  private static final double WAVER = 0.04;
  private static final int LASTS_HOURS = 6;

  private Measurements() {}

  /// Kilobytes per second by nickname of the authority; less than three entries for a relay that
  /// counts as not measured.
  public static Map<String, Integer> of(RelayHour state, int tick) {
    Draw draw = state.relay().draw().of("scanners").of(Math.floorDiv(tick, LASTS_HOURS));
    int count = state.measured() ? enough(draw.of("count")) : draw.of("few").below(3);
    List<Authority> ranked =
        SCANNERS.stream()
            .sorted(Comparator.comparingLong(scanner -> draw.of(scanner.nickname()).bits()))
            .limit(count)
            .toList();
    int middle = (count - 1) / 2;
    Map<String, Integer> measured = new LinkedHashMap<>();
    for (int rank = 0; rank < ranked.size(); rank++) {
      double waver = rank == middle ? 0 : WAVER * draw.of(rank).unit();
      int distance = rank - middle;
      double factor = 1 + distance * STEP + Integer.signum(distance) * waver;
      measured.put(
          ranked.get(rank).nickname(), (int) Math.max(1, state.consensusWeight() * factor));
    }
    return measured;
  }

  private static int enough(Draw draw) {
    double share = draw.unit();
    return share < 0.85 ? 6 : share < 0.95 ? 5 : share < 0.98 ? 4 : 3;
  }
}
