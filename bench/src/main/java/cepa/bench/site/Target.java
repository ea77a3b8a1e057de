package cepa.bench.site;

import cepa.bench.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a site's sizes are held against.
///
/// @param what in words
/// @param measured bytes
/// @param most bytes
record Target(String what, long measured, long most) {

  private static final long KB = 1_000;
  private static final long MB = 1_000_000;

  boolean isMet() {
    return measured <= most;
  }

  @Override
  public String toString() {
    return (isMet() ? "met     " : "MISSED  ")
        + what
        + ": "
        + Shown.kilobytes(measured)
        + " of at most "
        + Shown.kilobytes(most)
        + ", ratio "
        + Shown.ratio((double) measured / most);
  }

  /// @param pages kinds of pages
  /// @param largest bytes of the largest file a reader asks for
  /// @param whole bytes of all files
  static List<Target> of(List<Sizes.Kind> pages, long largest, long whole) {
    Map<String, Sizes.Kind> kinds =
        pages.stream().collect(Collectors.toMap(Sizes.Kind::name, Function.identity()));
    List<Target> targets = new ArrayList<>();
    Sizes.Kind relay = kinds.get("relay");
    if (relay != null) {
      targets.add(new Target("relay page, median", relay.raw().median(), 45 * KB));
      targets.add(new Target("relay page, median, gzip", relay.gzip().median(), 10 * KB));
    }
    Sizes.Kind firstSeen = kinds.get("first_seen");
    if (firstSeen != null) {
      targets.add(new Target("first-seen page, median", firstSeen.raw().median(), 12 * KB));
    }
    Sizes.Kind home = kinds.get("home");
    if (home != null) {
      targets.add(new Target("home", home.raw().max(), 120 * KB));
    }
    targets.add(new Target("largest file", largest, 1_500 * KB));
    targets.add(new Target("whole site", whole, 700 * MB));
    return targets;
  }
}
