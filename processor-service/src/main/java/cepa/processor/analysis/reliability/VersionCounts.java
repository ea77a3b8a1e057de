package cepa.processor.analysis.reliability;

import cepa.model.Relay;
import cepa.model.reliability.OperatorReliability.Grade;
import cepa.model.reliability.OperatorReliability.Status;
import cepa.model.reliability.OperatorReliability.Versions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How an operator's relays keep up with Tor (analytics 4.3).
final class VersionCounts {

  private VersionCounts() {}

  static Versions of(List<Relay> relays) {
    int recommended = count(relays, Boolean.TRUE);
    int notRecommended = count(relays, Boolean.FALSE);
    Map<String, List<Relay>> byStatus =
        relays.stream()
            .filter(relay -> relay.software().status() != null)
            .collect(
                Collectors.groupingBy(
                    relay -> Objects.requireNonNull(relay.software().status()),
                    TreeMap::new,
                    Collectors.toList()));
    Map<String, Status> statuses = new TreeMap<>();
    byStatus.forEach((status, all) -> statuses.put(status, new Status(all.size(), versions(all))));
    return new Versions(
        recommended,
        notRecommended,
        relays.size() - recommended - notRecommended,
        Grade.of(recommended, relays.size()),
        statuses,
        Grade.of(byStatus.getOrDefault("recommended", List.of()).size(), relays.size()));
  }

  private static int count(List<Relay> relays, Boolean recommended) {
    return (int)
        relays.stream().filter(relay -> recommended.equals(relay.software().recommended())).count();
  }

  private static List<String> versions(List<Relay> relays) {
    return relays.stream()
        .map(relay -> relay.software().version())
        .filter(Objects::nonNull)
        .distinct()
        .sorted(Comparator.naturalOrder())
        .toList();
  }
}
