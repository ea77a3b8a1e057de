package cepa.processor.analysis.relays;

import cepa.model.Fingerprint;
import cepa.model.Relay;
import java.util.List;

/// The relays of the model in base order, and the member sets their families refer to.
public record Relays(List<Relay> relays, List<List<Fingerprint>> memberSets) {
  public Relays {
    relays = List.copyOf(relays);
    memberSets = List.copyOf(memberSets);
  }
}
