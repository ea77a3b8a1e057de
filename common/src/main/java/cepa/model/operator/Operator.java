package cepa.model.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who runs the relays of a group of kind `operator`.
///
/// @param key of the group
/// @param name what to call them
/// @param domain the host they claim to prove; null if none
/// @param validated whether at least one of their relays proves the domain (relay-model 12.4); null
///   if there is a domain but no validation data. An operator without a domain proves nothing
/// @param countries where their relays are, most relays first, equals by first relay in base order;
///   relays of unknown place are left out (relay-model 11.5)
/// @param meanBandwidth observed bandwidth a relay, bytes per second (relay-model 11.5)
/// @param position what their relays are to the network
/// @param formerKeys keys under which links of the web may still know them: their relays' keys
///   before hosts had one form (relay-model D-1), in order of first relay; never the key of another
///   operator, and each names one operator only
public record Operator(
    String key,
    OperatorName name,
    @Nullable String domain,
    @Nullable Boolean validated,
    List<CountryRelays> countries,
    double meanBandwidth,
    NetworkPosition position,
    List<String> formerKeys) {
  public Operator {
    countries = List.copyOf(countries);
    formerKeys = List.copyOf(formerKeys);
  }
}
