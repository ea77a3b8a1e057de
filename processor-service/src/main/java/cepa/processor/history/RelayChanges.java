package cepa.processor.history;

import cepa.model.History.RelayMemory;
import cepa.model.History.RelayState;
import cepa.model.RelayChange;
import cepa.model.RelayChange.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What changed about one relay.
final class RelayChanges {

  private RelayChanges() {}

  /// @param known what was known before; null if the relay is new
  /// @return changes in the order of [Kind]; contact and family say that they changed, not to what
  static List<RelayChange> between(@Nullable RelayMemory known, RelayState now, Instant at) {
    if (known == null) {
      return List.of(new RelayChange(at, Kind.APPEARED, null, null));
    }
    RelayState before = known.state();
    var changes = new Changes(at);
    if (before.running() != now.running()) {
      changes.add(now.running() ? Kind.STARTED : Kind.STOPPED, null, null);
    }
    changes.compare(Kind.NICKNAME, before.nickname(), now.nickname());
    now.flags().stream()
        .filter(flag -> !before.flags().contains(flag))
        .forEach(flag -> changes.add(Kind.FLAG_GAINED, null, flag));
    before.flags().stream()
        .filter(flag -> !now.flags().contains(flag))
        .forEach(flag -> changes.add(Kind.FLAG_LOST, flag, null));
    changes.compare(Kind.VERSION, before.version(), now.version());
    changes.compare(
        Kind.ADDRESS, String.join(" ", before.addresses()), String.join(" ", now.addresses()));
    changes.compare(Kind.NETWORK, before.network(), now.network());
    changes.compare(Kind.COUNTRY, before.country(), now.country());
    if (!Objects.equals(before.contact(), now.contact())) {
      changes.add(Kind.CONTACT, null, null);
    }
    if (!Objects.equals(before.family(), now.family())) {
      changes.add(Kind.FAMILY, null, null);
    }
    return changes.found;
  }

  /// Changes found so far.
  private static final class Changes {
    private final List<RelayChange> found = new ArrayList<>();
    private final Instant at;

    private Changes(Instant at) {
      this.at = at;
    }

    private void add(Kind kind, @Nullable String from, @Nullable String to) {
      found.add(new RelayChange(at, kind, from, to));
    }

    private void compare(Kind kind, @Nullable String from, @Nullable String to) {
      if (!Objects.equals(from, to)) {
        add(kind, from, to);
      }
    }
  }
}
