package cepa.processor.analysis.groups;

import cepa.model.RelayGroup;
import java.util.List;

/// Relays by what they share; each list by key.
public record Groups(List<RelayGroup> countries, List<RelayGroup> networks) {
  public Groups {
    countries = List.copyOf(countries);
    networks = List.copyOf(networks);
  }
}
