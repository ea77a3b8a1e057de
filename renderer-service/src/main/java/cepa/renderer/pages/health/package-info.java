/// How the network is doing, `/network-health.html`: a verdict with its reasons, then every figure
/// in groups. Reads all sources; a figure whose source is missing is unknown.
@NullMarked
package cepa.renderer.pages.health;

import org.jspecify.annotations.NullMarked;
