/// The network's health as pages show it: what the verdict rests on, and how weight, bandwidth and
/// versions are shared out among relays.
@NullMarked
package cepa.renderer.view.health;

import org.jspecify.annotations.NullMarked;
