package cepa.processor.analysis.overload;

import cepa.model.Relay;
import cepa.model.reliability.Overloads;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.Inputs;
import cepa.processor.analysis.relays.Relays;
import cepa.processor.source.onionoobandwidth.BandwidthData;
import cepa.processor.source.onionoobandwidth.RelayBandwidth;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which relays are overloaded (analytics 3.7; A-22: whether or not there is a bandwidth document).
@Component
public final class OverloadAnalysis implements Analysis<Overloads> {

  @Override
  public Class<Overloads> makes() {
    return Overloads.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(Inputs.class, Relays.class, BandwidthData.class);
  }

  @Override
  public Overloads analyse(Facts facts) {
    BandwidthData bandwidth = facts.find(BandwidthData.class);
    Instant asOf = facts.get(Inputs.class).asOf();
    List<Relay> relays = facts.get(Relays.class).relays();
    Map<Integer, Overloads.Overload> overloads = new TreeMap<>();
    for (int i = 0; i < relays.size(); i++) {
      Relay relay = relays.get(i);
      Overloads.Overload overload =
          overload(
              relay.overloadedAt(),
              bandwidth == null ? null : bandwidth.relays().get(relay.fingerprint()),
              asOf);
      if (overload != null) {
        overloads.put(i, overload);
      }
    }
    return new Overloads(overloads, bandwidth != null);
  }

  private static Overloads.@Nullable Overload overload(
      @Nullable Instant general, @Nullable RelayBandwidth bandwidth, Instant asOf) {
    Overloads.Limits limits = bandwidth == null ? null : bandwidth.limits();
    Overloads.Descriptors descriptors = bandwidth == null ? null : bandwidth.descriptors();
    if (general == null && limits == null && descriptors == null) {
      return null;
    }
    boolean stands = general != null && general.plus(Overloads.CURRENT).isAfter(asOf);
    return new Overloads.Overload(
        stands || descriptors != null || (limits != null && limits.hit()),
        general,
        stands,
        limits,
        descriptors);
  }
}
