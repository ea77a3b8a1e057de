package cepa.processor.analysis.roles;

import cepa.model.Relay;
import cepa.model.network.RoleTotals;
import cepa.model.network.RoleTotals.Cell;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.analysis.relays.Relays;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Sums over the network by the flags Guard and Exit (relay-model 13; D-3, D-6).
@Component
public final class RoleTotalsAnalysis implements Analysis<RoleTotals> {

  @Override
  public Class<RoleTotals> makes() {
    return RoleTotals.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(Relays.class);
  }

  @Override
  public RoleTotals analyse(Facts facts) {
    Cell guardOnly = Cell.EMPTY;
    Cell exitOnly = Cell.EMPTY;
    Cell guardExit = Cell.EMPTY;
    Cell neither = Cell.EMPTY;
    for (Relay relay : facts.get(Relays.class).relays()) {
      Cell one = cell(relay);
      if (relay.has("Exit")) {
        guardExit = relay.has("Guard") ? guardExit.plus(one) : guardExit;
        exitOnly = relay.has("Guard") ? exitOnly : exitOnly.plus(one);
      } else if (relay.has("Guard")) {
        guardOnly = guardOnly.plus(one);
      } else {
        neither = neither.plus(one);
      }
    }
    return new RoleTotals(guardOnly, exitOnly, guardExit, neither);
  }

  private static Cell cell(Relay relay) {
    Long weight = relay.weight().consensusWeight();
    return new Cell(
        1,
        relay.running() ? 1 : 0,
        Boolean.TRUE.equals(relay.weight().measured()) ? 1 : 0,
        relay.bandwidth().observedOrZero(),
        relay.running() && weight != null ? weight : 0);
  }
}
