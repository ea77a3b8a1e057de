package cepa.testing.model;

import cepa.model.ModelPart;
import cepa.model.NetworkModel;
import cepa.model.consensus.Diagnostics;
import cepa.model.reliability.FlagUptimes;
import cepa.model.reliability.Overloads;
import cepa.model.statistics.PerPeriod;
import cepa.model.traffic.RelayTraffic;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// What analyses say of each relay beside [UnknownParts] when no other source than the core's is
/// there: nothing.
final class UnknownRelayParts {

  private UnknownRelayParts() {}

  static List<ModelPart> of(NetworkModel model) {
    int relays = model.relays().size();
    return List.of(
        new Diagnostics(List.of(), Collections.nCopies(relays, new int[0])),
        new Overloads(Map.of(), false),
        new FlagUptimes(Map.of()),
        new RelayTraffic(PerPeriod.unknown(), PerPeriod.unknown(), PerPeriod.unknown(), Map.of()));
  }
}
