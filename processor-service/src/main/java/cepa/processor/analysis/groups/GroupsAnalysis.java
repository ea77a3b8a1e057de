package cepa.processor.analysis.groups;

import cepa.model.GroupChange;
import cepa.model.History;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.GroupSums;
import cepa.processor.analysis.relays.Relays;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Groups relays by country and by network (relay-model 11).
@Component
public final class GroupsAnalysis implements Analysis<Groups> {

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
    var grouping = new Grouping(facts.get(Relays.class), facts.get(History.class));
    return new Groups(
        grouping.by(
            "country",
            r -> r.place() == null ? null : r.place().country(),
            r -> r.place() == null ? null : r.place().countryName()),
        grouping.by(
            "network",
            r -> r.network() == null ? null : r.network().number(),
            r -> r.network() == null ? null : r.network().name()));
  }

  /// Groups the same relays in several ways.
  private static final class Grouping {
    private final List<Relay> relays;
    private final History history;
    private final GroupSums sums;

    private Grouping(Relays all, History history) {
      this.relays = all.relays();
      this.history = history;
      this.sums = new GroupSums(all);
    }

    private List<RelayGroup> by(
        String kind,
        Function<Relay, @Nullable String> key,
        Function<Relay, @Nullable String> name) {
      Map<String, List<Integer>> members = new TreeMap<>();
      for (int i = 0; i < relays.size(); i++) {
        String group = key.apply(relays.get(i));
        if (group != null) {
          members.computeIfAbsent(group, _ -> new ArrayList<>()).add(i);
        }
      }
      List<RelayGroup> groups = new ArrayList<>(members.size());
      members.forEach((group, indexes) -> groups.add(group(kind, group, indexes, name)));
      return groups;
    }

    private RelayGroup group(
        String kind, String key, List<Integer> indexes, Function<Relay, @Nullable String> name) {
      List<Relay> members = indexes.stream().map(relays::get).toList();
      List<GroupChange> changes = history.groups().getOrDefault(kind + "/" + key, List.of());
      return new RelayGroup(
          key,
          firstName(members, name),
          indexes,
          sums.of(members),
          mostFrequentCountry(members),
          changes);
    }

    private static @Nullable String firstName(
        List<Relay> members, Function<Relay, @Nullable String> name) {
      for (Relay member : members) {
        String found = name.apply(member);
        if (found != null) {
          return found;
        }
      }
      return null;
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
