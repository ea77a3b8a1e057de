/// Turns views into bytes: the one Pebble engine, what templates may call, and the writer they
/// print to. Nothing else in Cepa knows Pebble but extensions that page families bring along.
@NullMarked
package cepa.renderer.template;

import org.jspecify.annotations.NullMarked;
