package cepa.processor.analysis.health;

import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.health.Platforms;
import cepa.model.health.Top;
import cepa.model.health.Versions;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What relays run, and on what (analytics 11.9, 11.10, relay-model 12.5).
final class SoftwareFigures {

  private static final int TOP = 3;
  private static final int[] FAMILY_KEYS_SINCE = {0, 4, 9, 1};

  private SoftwareFigures() {}

  static Platforms platforms(List<RelayGroup> platforms, int relays) {
    List<Top> sorted =
        platforms.stream()
            .sorted(
                Comparator.comparingInt((RelayGroup group) -> group.members().size())
                    .reversed()
                    .thenComparingInt(group -> group.members().getFirst()))
            .map(group -> new Top(group.key(), group.members().size()))
            .toList();
    int known = sorted.stream().mapToInt(Top::relays).sum();
    List<Top> top = sorted.subList(0, Math.min(TOP, sorted.size()));
    return new Platforms(
        sorted.size(), top, known - top.stream().mapToInt(Top::relays).sum(), relays - known);
  }

  static Versions versions(List<Relay> relays) {
    return new Versions(
        count(relays, software -> Objects.equals(software.recommended(), true)),
        count(relays, software -> Objects.equals(software.recommended(), false)),
        count(relays, software -> software.recommended() == null),
        status(relays, "experimental"),
        status(relays, "new in series"),
        status(relays, "obsolete"),
        status(relays, "unrecommended") + status(relays, "old"));
  }

  private static int status(List<Relay> relays, String status) {
    return count(relays, software -> status.equals(software.status()));
  }

  private static int count(List<Relay> relays, Predicate<Relay.Software> condition) {
    return (int) relays.stream().map(Relay::software).filter(condition).count();
  }

  /// Whether a version knows families by key: 0.4.9.1 or newer, whatever follows a `-`. A version
  /// that cannot be read does not.
  static boolean knowsFamilyKeys(@Nullable String version) {
    if (version == null) {
      return false;
    }
    String[] parts = version.split("-", 2)[0].split("\\.", -1);
    for (String part : parts) {
      if (!part.matches("\\d{1,9}")) {
        return false;
      }
    }
    for (int i = 0; i < FAMILY_KEYS_SINCE.length; i++) {
      int part = i < parts.length ? Integer.parseInt(parts[i]) : 0;
      if (part != FAMILY_KEYS_SINCE[i]) {
        return part > FAMILY_KEYS_SINCE[i];
      }
    }
    return true;
  }
}
