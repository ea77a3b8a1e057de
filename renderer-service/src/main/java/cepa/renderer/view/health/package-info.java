/// What the verdict on the network's health rests on, as pages show it.
@NullMarked
package cepa.renderer.view.health;

import org.jspecify.annotations.NullMarked;
