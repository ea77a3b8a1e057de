package cepa.processor.analysis.families;

import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.family.FamilyStatistics;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.analysis.groups.Groups;
import cepa.processor.analysis.relays.Relays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Counts relays by what becomes of their declarations, and families once each (relay-model 14,
/// D-14).
@Component
public final class FamilyStatisticsAnalysis implements Analysis<FamilyStatistics> {

  @Override
  public Class<FamilyStatistics> makes() {
    return FamilyStatistics.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(Relays.class, Groups.class);
  }

  @Override
  public FamilyStatistics analyse(Facts facts) {
    Relays all = facts.get(Relays.class);
    var count = new Count(all.memberSets());
    all.relays().forEach(count::add);
    List<Integer> sizes =
        facts.get(Groups.class).of("family").stream()
            .map(RelayGroup::members)
            .map(List::size)
            .toList();
    return new FamilyStatistics(
        count.standalone,
        count.allegedOnly,
        count.effectiveOnly,
        count.mixed,
        count.effectiveDeclarations,
        count.allegedDeclarations,
        sizes.size(),
        sizes.stream().mapToInt(size -> size).max().orElse(0),
        (int) sizes.stream().filter(size -> size >= FamilyStatistics.LARGE).count());
  }

  /// Relays by state, and declarations.
  private static final class Count {
    private final List<List<Fingerprint>> memberSets;
    private int standalone;
    private int allegedOnly;
    private int effectiveOnly;
    private int mixed;
    private long effectiveDeclarations;
    private long allegedDeclarations;

    private Count(List<List<Fingerprint>> memberSets) {
      this.memberSets = memberSets;
    }

    private void add(Relay relay) {
      List<Fingerprint> effective = members(relay.family().effective());
      boolean others = effective.stream().anyMatch(member -> !member.equals(relay.fingerprint()));
      boolean alleged = !members(relay.family().alleged()).isEmpty();
      if (others) {
        mixed += alleged ? 1 : 0;
        effectiveOnly += alleged ? 0 : 1;
      } else {
        allegedOnly += alleged ? 1 : 0;
        standalone += alleged ? 0 : 1;
      }
      effectiveDeclarations += effective.size();
      allegedDeclarations += members(relay.family().alleged()).size();
    }

    private List<Fingerprint> members(@Nullable Integer set) {
      return set == null ? List.of() : memberSets.get(set);
    }
  }
}
