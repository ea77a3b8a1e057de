/// For programs: `/schema/<shape>.json`, the JSON Schema of the twins of each kind of page, made
/// from the view records themselves, and `/schema/`, which says what there is and under which
/// licence. Reads no source.
@NullMarked
package cepa.renderer.pages.schema;

import org.jspecify.annotations.NullMarked;
