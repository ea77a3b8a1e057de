/// What templates can do with a view: filters and functions for Pebble.
@NullMarked
package cepa.renderer.view.template;

import org.jspecify.annotations.NullMarked;
