package cepa.renderer.pages.changes;

import cepa.model.GroupChange;
import cepa.model.RelayGroup;
import cepa.renderer.Link;
import cepa.renderer.PageContext;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.operator.OperatorNames;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Groups that gained or lost most relays on a day.
///
/// @param operators most relays moved first; likewise the others
record Movers(List<Mover> operators, List<Mover> networks, List<Mover> countries) {

  private static final int LISTED = 10;

  /// One relay that comes or goes is no news of a group.
  private static final int LEAST = 2;

  /// @param gained relays that came
  /// @param lost relays that went
  record Mover(Link group, int gained, int lost) {
    private int moved() {
      return gained + lost;
    }
  }

  static Movers of(LocalDate day, PageContext context) {
    return new Movers(
        movers("operator", day, context, group -> OperatorNames.of(context).link(group.key())),
        movers("network", day, context, group -> named("network", group, context)),
        movers("country", day, context, group -> named("country", group, context)));
  }

  private static List<Mover> movers(
      String kind, LocalDate day, PageContext context, Function<RelayGroup, @Nullable Link> link) {
    List<Mover> movers = new ArrayList<>();
    for (RelayGroup group : context.model().groups(kind)) {
      int gained = 0;
      int lost = 0;
      for (GroupChange change : group.changes()) {
        if (ChangeLog.day(change.at()).equals(day)) {
          gained += change.gained().size();
          lost += change.lost().size();
        }
      }
      Link named = gained + lost < LEAST ? null : link.apply(group);
      if (named != null) {
        movers.add(new Mover(named, gained, lost));
      }
    }
    // The sort is stable and groups come by key.
    movers.sort(Comparator.comparingInt(Mover::moved).reversed());
    return movers.stream().limit(LISTED).toList();
  }

  private static Link named(String kind, RelayGroup group, PageContext context) {
    String key = DisplayText.lineOr(group.key(), DisplayText.NICKNAME, "?");
    String name = DisplayText.line(group.name(), DisplayText.PLACE_NAME);
    return context
        .links()
        .to(
            kind,
            group.key(),
            name == null ? key : kind.equals("network") ? key + " " + name : name);
  }
}
