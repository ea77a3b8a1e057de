package cepa.renderer.pages.top;

import cepa.renderer.Link;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.view.Share;
import cepa.renderer.view.group.Spread;
import cepa.renderer.view.health.Balance;
import cepa.renderer.view.relay.RelayTable;
import org.jspecify.annotations.Nullable;

/// The largest relays.
///
/// @param bandwidth their share of the observed bandwidth; null if there is none
/// @param consensusWeight their share of the network
/// @param exits how many let traffic out
/// @param measured how many are known to be measured
/// @param operators distinct; relays without a contact count for none
/// @param underused those of them with little weight for their bandwidth
/// @param balance of the whole network
/// @param spread where they are and what they run
/// @param all where every relay is listed
record TopView(
    PageHead head,
    @Nullable Share bandwidth,
    Share consensusWeight,
    int exits,
    int measured,
    int operators,
    int underused,
    Balance balance,
    Spread spread,
    RelayTable relays,
    @Nullable Link all)
    implements PageView {}
