package cepa.renderer.view.group;

import cepa.model.Contact;
import cepa.model.RelayGroup;
import cepa.renderer.view.Share;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How few of the groups of a kind hold how much of the consensus weight.
///
/// @param kind of group, as the model calls it
/// @param groups how many there are
/// @param largest share of the largest; likewise the three and ten largest together
/// @param forHalf fewest that hold half of the weight together; null if they do not
/// @param large how many hold more than a twentieth each
/// @param single how many have a single relay
public record Held(
    String kind,
    int groups,
    Share largest,
    Share largestThree,
    Share largestTen,
    @Nullable Integer forHalf,
    int large,
    int single) {

  private static final double LARGE = 0.05;

  /// Relays without a contact are no operator: nobody knows how many hands they are in (relay-model
  /// D-2).
  ///
  /// @return null if there are no groups
  public static @Nullable Held of(String kind, List<RelayGroup> all) {
    List<RelayGroup> groups =
        all.stream().filter(group -> !group.key().equals(Contact.NOBODY)).toList();
    List<Double> shares =
        groups.stream()
            .map(group -> group.totals().weightFraction())
            .sorted(Comparator.reverseOrder())
            .toList();
    return shares.isEmpty()
        ? null
        : new Held(
            kind,
            shares.size(),
            first(shares, 1),
            first(shares, 3),
            first(shares, 10),
            forHalf(shares),
            Math.toIntExact(shares.stream().filter(share -> share > LARGE).count()),
            Math.toIntExact(groups.stream().filter(group -> group.members().size() == 1).count()));
  }

  private static Share first(List<Double> shares, int count) {
    return Share.known(shares.stream().limit(count).mapToDouble(share -> share).sum(), 1);
  }

  private static @Nullable Integer forHalf(List<Double> shares) {
    double sum = 0;
    for (int i = 0; i < shares.size(); i++) {
      sum += shares.get(i);
      if (sum >= 0.5) {
        return i + 1;
      }
    }
    return null;
  }
}
