package cepa.renderer.view.relay;

import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.renderer.Link;
import cepa.renderer.PageContext;
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
