package cepa.renderer.view.group;

import cepa.model.Relay;
import cepa.renderer.Link;
import cepa.renderer.PageContext;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.operator.OperatorNames;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who runs relays, where they are and what they run. In counts, not shares: these change only when
/// a relay comes, goes or moves.
///
/// @param operators by most relays; likewise the others. Relays without a contact are unknown
/// @param versions of Tor
public record Spread(
    Parts operators, Parts countries, Parts networks, Parts platforms, Parts versions) {

  /// @param most the most frequent, most relays first, then by key
  /// @param more how many others there are
  /// @param unknown relays of which it is not known
  public record Parts(List<Part> most, int more, int unknown) {}

  /// @param what country, network, …, leading to its page if it has one
  /// @param relays how many
  public record Part(Link what, int relays) {}

  private static final int LISTED = 8;

  /// @param members indexes in base order
  public static Spread of(List<Integer> members, PageContext context) {
    var counting = new Counting(members.stream().map(context.model().relays()::get).toList());
    return new Spread(
        counting.parts(
            relay -> relay.contact().isNamed() ? relay.contact().operator() : null,
            (key, relay) -> Objects.requireNonNull(OperatorNames.of(context).link(relay))),
        counting.parts(
            relay -> relay.place() == null ? null : relay.place().country(),
            (key, relay) -> country(key, relay, context)),
        counting.parts(
            relay -> relay.network() == null ? null : relay.network().number(),
            (key, relay) -> network(key, relay, context)),
        counting.parts(
            relay -> relay.software().platform(),
            (key, relay) -> context.links().to("platform", key, shown(key))),
        counting.parts(
            relay -> relay.software().version(), (key, relay) -> new Link(shown(key), null)));
  }

  private static Link country(String key, Relay relay, PageContext context) {
    String name = relay.place() == null ? null : relay.place().countryName();
    return context
        .links()
        .to("country", key, DisplayText.lineOr(name, DisplayText.PLACE_NAME, shown(key)));
  }

  private static Link network(String key, Relay relay, PageContext context) {
    String name = relay.network() == null ? null : relay.network().name();
    return context
        .links()
        .to("network", key, DisplayText.lineOr(name, DisplayText.PLACE_NAME, shown(key)));
  }

  private static String shown(String key) {
    return DisplayText.lineOr(key, DisplayText.VERSION, "?");
  }

  /// Names a key by the first relay that has it.
  @FunctionalInterface
  private interface Naming {
    Link of(String key, Relay relay);
  }

  private record Counting(List<Relay> relays) {

    Parts parts(Function<Relay, @Nullable String> keyOf, Naming naming) {
      Map<String, Count> counts = new HashMap<>();
      int unknown = 0;
      for (Relay relay : relays) {
        String key = keyOf.apply(relay);
        if (key == null) {
          unknown++;
        } else {
          counts.merge(key, new Count(key, relay, 1), Count::plus);
        }
      }
      List<Part> most =
          counts.values().stream()
              .sorted(Comparator.comparingInt(Count::relays).reversed().thenComparing(Count::key))
              .limit(LISTED)
              .map(count -> new Part(naming.of(count.key, count.first), count.relays))
              .toList();
      return new Parts(most, counts.size() - most.size(), unknown);
    }
  }

  private record Count(String key, Relay first, int relays) {
    Count plus(Count other) {
      return new Count(key, first, relays + other.relays);
    }
  }
}
