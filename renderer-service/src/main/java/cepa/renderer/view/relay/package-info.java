/// Relays as rows of tables, made once a model and shared by every page that lists them.
@NullMarked
package cepa.renderer.view.relay;

import org.jspecify.annotations.NullMarked;
