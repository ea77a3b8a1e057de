package cepa.renderer.view.relay;

import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.renderer.Link;
import cepa.renderer.PageContext;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/// Lists of relays by fingerprint, bounded.
///
/// @param relays nickname and the beginning of the fingerprint; without a path if the model does
///   not have the relay, then with the whole fingerprint
/// @param more how many are not listed
public record RelayLinks(List<Link> relays, int more) {

  private static final int SHORT = 8;

  public RelayLinks {
    relays = List.copyOf(relays);
  }

  /// @param cap most relays listed
  public static RelayLinks of(List<Fingerprint> fingerprints, int cap, PageContext context) {
    List<Link> links =
        fingerprints.stream().limit(cap).map(fingerprint -> link(fingerprint, context)).toList();
    return new RelayLinks(links, fingerprints.size() - links.size());
  }

  /// Where all of them are listed elsewhere, and one that comes or goes shall not change every
  /// list: how many more there are is cut to one digit.
  public static RelayLinks some(List<Fingerprint> fingerprints, int cap, PageContext context) {
    RelayLinks exact = of(fingerprints, cap, context);
    int more =
        BigDecimal.valueOf(exact.more).round(new MathContext(1, RoundingMode.DOWN)).intValueExact();
    return new RelayLinks(exact.relays, more);
  }

  /// All of them, listed or not.
  public int count() {
    return relays.size() + more;
  }

  private static Link link(Fingerprint fingerprint, PageContext context) {
    Relay relay = context.data().relay(fingerprint);
    String hex = fingerprint.hex();
    return relay == null
        ? new Link(hex, null)
        : context
            .links()
            .to("relay", hex, RelayRow.nickname(relay) + " " + hex.substring(0, SHORT));
  }
}
