package cepa.simulator.fault;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// The faults to show, the oldest first. Safe for use by many threads.
public final class Faults {

  private static final class Pending {
    private final Fault fault;
    private int left;

    Pending(Fault fault) {
      this.fault = fault;
      this.left = fault.times();
    }
  }

  private final List<Pending> pending = new ArrayList<>();

  public synchronized void add(Fault fault) {
    pending.add(new Pending(fault));
  }

  public synchronized void clear() {
    pending.clear();
  }

  /// Those still to come, with the number of times that are left.
  public synchronized List<Fault> all() {
    return pending.stream()
        .map(each -> new Fault(each.fault.path(), each.fault.action(), each.left))
        .toList();
  }

  /// The fault that hits a request for this path; it counts as shown.
  public synchronized Optional<FaultAction> hit(String path) {
    Iterator<Pending> each = pending.iterator();
    while (each.hasNext()) {
      Pending next = each.next();
      if (path.startsWith(next.fault.path())) {
        if (next.left != Fault.ALWAYS && --next.left == 0) {
          each.remove();
        }
        return Optional.of(next.fault.action());
      }
    }
    return Optional.empty();
  }
}
