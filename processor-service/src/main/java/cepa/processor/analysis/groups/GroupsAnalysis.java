package cepa.processor.analysis.groups;

import cepa.model.History;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.GroupSums;
import cepa.processor.analysis.relays.Relays;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Groups relays in every way there is (relay-model 11). A name is that of the first member that
/// knows one (D-4).
@Component
public final class GroupsAnalysis implements Analysis<Groups> {

  private final List<Grouping> groupings;

  public GroupsAnalysis(List<Grouping> groupings) {
    this.groupings = List.copyOf(groupings);
  }

  @Override
  public Class<Groups> makes() {
    return Groups.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(Relays.class, History.class);
  }

  @Override
  public Groups analyse(Facts facts) {
    Relays relays = facts.get(Relays.class);
    var making = new Making(relays, facts.get(History.class));
    Map<String, List<RelayGroup>> byKind = new TreeMap<>();
    for (Grouping grouping : groupings) {
      byKind.put(grouping.kind(), making.groups(grouping.kind(), grouping.of(relays)));
    }
    return new Groups(byKind);
  }

  /// Groups the same relays in several ways.
  private static final class Making {
    private final List<Relay> relays;
    private final History history;
    private final GroupSums sums;

    private Making(Relays all, History history) {
      this.relays = all.relays();
      this.history = history;
      this.sums = new GroupSums(all);
    }

    private List<RelayGroup> groups(String kind, Memberships memberships) {
      Map<String, String> names = new HashMap<>();
      Map<String, List<Integer>> members = new TreeMap<>();
      for (int i = 0; i < relays.size(); i++) {
        for (Memberships.Membership membership : memberships.of(i)) {
          members.computeIfAbsent(membership.key(), _ -> new ArrayList<>()).add(i);
          if (membership.name() != null) {
            names.putIfAbsent(membership.key(), membership.name());
          }
        }
      }
      List<RelayGroup> groups = new ArrayList<>(members.size());
      members.forEach((key, indexes) -> groups.add(group(kind, key, names.get(key), indexes)));
      return groups;
    }

    private RelayGroup group(
        String kind, String key, @Nullable String name, List<Integer> indexes) {
      List<Relay> members = indexes.stream().map(relays::get).toList();
      return new RelayGroup(
          key,
          name,
          indexes,
          sums.of(members),
          mostFrequentCountry(members),
          history.groups().getOrDefault(kind + "/" + key, List.of()));
    }

    private static @Nullable String mostFrequentCountry(List<Relay> members) {
      Map<String, Integer> counts = new LinkedHashMap<>();
      for (Relay member : members) {
        if (member.place() != null) {
          counts.merge(member.place().country(), 1, Integer::sum);
        }
      }
      String most = null;
      int best = 0;
      for (Map.Entry<String, Integer> count : counts.entrySet()) {
        if (count.getValue() > best) {
          most = count.getKey();
          best = count.getValue();
        }
      }
      return most;
    }
  }
}
