package cepa.model.consensus;

import cepa.model.Relay;
import org.jspecify.annotations.Nullable;

/// Which ports a policy's summary lets out (consensus 9.5).
final class PolicyPorts {

  private PolicyPorts() {}

  /// Whether traffic goes out to a port; null without a policy. Ranges that make no sense are
  /// skipped.
  static @Nullable Boolean allows(Relay.@Nullable PortSummary summary, int port) {
    if (summary == null) {
      return null;
    }
    boolean listed = summary.ports().stream().anyMatch(range -> contains(range, port));
    return listed == summary.accepts();
  }

  private static boolean contains(String range, int port) {
    int dash = range.indexOf('-');
    int first = port(dash < 0 ? range : range.substring(0, dash));
    int last = dash < 0 ? first : port(range.substring(dash + 1));
    return first >= 0 && first <= port && port <= last;
  }

  private static int port(String text) {
    return text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
  }
}
