/// Turns shards of the model into staged pages. A page family is one package below
/// `cepa.renderer.pages`; this package is what families and engine agree on.
@NullMarked
package cepa.renderer;

import org.jspecify.annotations.NullMarked;
