package cepa.renderer.view.health;

import cepa.model.intelligence.Intelligence;
import cepa.model.intelligence.NetworkIntelligence;
import cepa.model.intelligence.NetworkIntelligence.Adequacy;
import cepa.model.intelligence.NetworkIntelligence.Evenness;
import cepa.model.intelligence.NetworkIntelligence.Level;
import cepa.renderer.PageContext;
import cepa.renderer.view.Rounding;
import cepa.renderer.view.Share;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// How weight, bandwidth and versions are shared out among all relays of the network (analytics
/// 9.3, 9.4, 9.6). Unlike roles, the flags Guard and Exit may both count.
///
/// @param gini of the weights of relays, 0..1; null of fewer than two
/// @param evenness what that means
/// @param guards weight of relays with the flag Guard; null if nobody has weight
/// @param exits likewise Exit
/// @param adequacy what that of exits means
/// @param ratio consensus weight per million bytes a second of observed bandwidth; null if unknown
/// @param underused relays with much bandwidth and little weight
/// @param versions distinct versions of Tor
/// @param synchronization how likely all of them fail by the same fault
public record Balance(
    @Nullable BigDecimal gini,
    Evenness evenness,
    @Nullable Share guards,
    @Nullable Share exits,
    Adequacy adequacy,
    @Nullable BigDecimal ratio,
    int underused,
    int versions,
    Level synchronization) {

  public static Balance of(PageContext context) {
    NetworkIntelligence network = context.part(Intelligence.class).network();
    NetworkIntelligence.Capacity capacity = network.capacity();
    Double gini = capacity.gini();
    return new Balance(
        gini == null ? null : Rounding.halfEven(gini, 2),
        capacity.evenness(),
        Share.of(capacity.guard(), 0),
        Share.of(capacity.exit(), 0),
        capacity.exitAdequacy(),
        Rounding.oneDigit(network.performance().ratios().overall()),
        network.performance().underutilized().size(),
        network.dependency().versions(),
        network.dependency().synchronization());
  }
}
