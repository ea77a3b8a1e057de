package cepa.renderer.view.relay;

import cepa.model.RelayChange;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Moment;
import org.jspecify.annotations.Nullable;

/// One thing that changed about a relay, as pages show it.
///
/// @param at published time of the snapshot that first showed it
/// @param kind what changed; its text is `change.<kind>`
/// @param from value before; null also where the value says nothing to a reader
/// @param to value after; likewise
public record ChangeRow(
    Moment at, RelayChange.Kind kind, @Nullable String from, @Nullable String to) {

  /// Contact and family change in ways that no two short values show.
  public static ChangeRow of(RelayChange change) {
    boolean values =
        switch (change.kind()) {
          case CONTACT, FAMILY, APPEARED, STARTED, STOPPED -> false;
          case NICKNAME, FLAG_GAINED, FLAG_LOST, VERSION, ADDRESS, NETWORK, COUNTRY -> true;
        };
    return new ChangeRow(
        new Moment(change.at()),
        change.kind(),
        values ? DisplayText.line(change.from(), DisplayText.ADDRESS) : null,
        values ? DisplayText.line(change.to(), DisplayText.ADDRESS) : null);
  }
}
