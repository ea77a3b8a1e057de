package cepa.renderer.pages.home;

import cepa.model.Contact;
import cepa.model.NetworkModel;
import cepa.renderer.view.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How few hold how much of the consensus weight. Relays without a contact are no operator: nobody
/// knows how many hands they are in (relay-model D-2).
final class Spread {

  private static final List<String> KINDS = List.of("operator", "network", "country");

  private Spread() {}

  /// Kinds of which the model has groups.
  static List<HomeView.Held> of(NetworkModel model) {
    List<HomeView.Held> all = new ArrayList<>();
    for (String kind : KINDS) {
      List<Double> shares =
          model.groups(kind).stream()
              .filter(group -> !group.key().equals(Contact.NOBODY))
              .map(group -> group.totals().weightFraction())
              .sorted(Comparator.reverseOrder())
              .toList();
      if (!shares.isEmpty()) {
        all.add(
            new HomeView.Held(
                kind,
                shares.size(),
                first(shares, 1),
                first(shares, 3),
                first(shares, 10),
                forHalf(shares)));
      }
    }
    return all;
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
