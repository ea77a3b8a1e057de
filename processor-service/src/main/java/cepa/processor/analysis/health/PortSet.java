package cepa.processor.analysis.health;

import cepa.model.Relay.PortSummary;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Ports that a policy's summary lets out, of both forms. Ranges that make no sense are
/// skipped.
final class PortSet {

  static final int LAST = 65_535;

  private final BitSet ports;

  private PortSet(BitSet ports) {
    this.ports = ports;
  }

  static PortSet of(PortSummary summary) {
    var listed = new BitSet(LAST + 1);
    for (String text : summary.ports()) {
      Range range = range(text);
      if (range != null) {
        listed.set(range.first, range.last + 1);
      }
    }
    listed.clear(0);
    if (!summary.accepts()) {
      listed.flip(1, LAST + 1);
    }
    return new PortSet(listed);
  }

  boolean contains(int port) {
    return ports.get(port);
  }

  boolean isEverything() {
    return ports.cardinality() == LAST;
  }

  /// `80` or `8000-8010`; null if it is neither.
  static @Nullable Range range(String text) {
    int dash = text.indexOf('-');
    int first = port(dash < 0 ? text : text.substring(0, dash));
    int last = dash < 0 ? first : port(text.substring(dash + 1));
    return first < 0 || last < first ? null : new Range(first, last);
  }

  private static int port(String text) {
    if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    int port = Integer.parseInt(text);
    return port <= LAST ? port : -1;
  }

  /// Ports from one to another, both included.
  record Range(int first, int last) {
    boolean contains(int port) {
      return first <= port && port <= last;
    }
  }
}
