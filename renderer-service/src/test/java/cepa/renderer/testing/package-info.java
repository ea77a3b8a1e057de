/// What tests of the engine need: a store in memory and whole builds without a broker.
@NullMarked
package cepa.renderer.testing;

import org.jspecify.annotations.NullMarked;
