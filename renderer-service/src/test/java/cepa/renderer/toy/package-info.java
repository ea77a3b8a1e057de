/// A small site for tests of the engine: a page a relay, a list with rows rendered once, files.
@NullMarked
package cepa.renderer.toy;

import org.jspecify.annotations.NullMarked;
