package cepa.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The order people know flags in: from what most relays have to what is said of few.
public final class FlagOrder {

  public static final List<String> KNOWN =
      List.of(
          "Running",
          "Valid",
          "V2Dir",
          "Fast",
          "Stable",
          "HSDir",
          "Guard",
          "Exit",
          "Authority",
          "MiddleOnly",
          "BadExit",
          "NoEdConsensus",
          "StaleDesc");

  private FlagOrder() {}

  /// The flags in that order; those it does not know come last, by name.
  public static List<String> of(Collection<String> flags) {
    List<String> ordered = new ArrayList<>();
    KNOWN.stream().filter(flags::contains).forEach(ordered::add);
    flags.stream().filter(flag -> !KNOWN.contains(flag)).sorted().forEach(ordered::add);
    return ordered;
  }
}
